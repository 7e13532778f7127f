"""Layouts shared by several portals."""
