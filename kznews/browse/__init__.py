"""Looking around in a SQLite store with a browser: Datasette, told what the tables mean (docs/browse.md)."""
