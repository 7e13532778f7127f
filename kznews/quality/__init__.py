"""The saved pages as test cases, how well they are read, and what every portal file must hold to."""
