"""For scrapyd-deploy, which makes an egg of the project; what it is made of stands in pyproject.toml."""

from setuptools import setup

setup()
