"""Who wrote an article, and every other person and office that stands beside or under its text."""
