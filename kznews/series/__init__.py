"""Rates and temperatures as time series, with what is to be thought of each figure (docs/observations.md)."""
