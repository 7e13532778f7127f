"""The section of an article: shown, stated, or in the crumbs."""
