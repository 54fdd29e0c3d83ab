"""Random numbers equal to NumPy's for the same seed."""
