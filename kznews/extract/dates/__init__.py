"""When an article was published, and the clock over it."""
