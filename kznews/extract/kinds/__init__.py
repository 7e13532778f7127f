"""What kind of page it is: an article, or what keeps it from being one."""
