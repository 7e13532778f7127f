"""Everything between a request that is about to leave and the answer: which addresses, how long, how much."""
