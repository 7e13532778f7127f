"""An article's text: its box, its lead, and what stands amid it without belonging to it."""
