"""What the package offers from its top level, and what importing it costs."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import kznews.kazakh as package


@pytest.mark.parametrize("name", package.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str):
    assert getattr(package, name).__doc__
    assert name in dir(package)


def test_another_name_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'today'"):
        _ = package.today


def test_the_function_wins_over_the_module_of_its_name_whatever_is_imported_first():
    code = "import kznews.kazakh.dates, kznews.kazakh; from kznews.kazakh import fold; print(fold('Қазақ'))"
    assert subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=True).stdout.strip() == b"kazak"


def test_importing_the_package_loads_no_tables_but_the_skeletons():
    code = "import sys, kznews.kazakh; print(*sorted(m for m in sys.modules if m.startswith(('kznews.', 'pycld2', 'w3lib'))))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert loaded == [f"kznews.kazakh{part}" for part in ("", ".fold", ".letters", ".skeleton_table")]


def test_every_module_has_a_docstring():
    for module in pkgutil.iter_modules(package.__path__):
        if module.name != "__main__":
            assert importlib.import_module(f"kznews.kazakh.{module.name}").__doc__
