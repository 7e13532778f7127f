"""One file per portal: data, not code."""
