"""Feed formats."""
