"""Archives read again without the engine: the same rules, one record after the other, on as many processors as there are."""
