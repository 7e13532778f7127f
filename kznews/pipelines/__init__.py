"""What happens to an article on its way into the store."""
