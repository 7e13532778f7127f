"""What accompanies a run from its start to its end."""
