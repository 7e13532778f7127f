"""The headline: what the head says it is, where it stands, and which line it is."""
