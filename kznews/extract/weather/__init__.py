"""Temperatures that a page shows outside its article: observations of the fetch."""
