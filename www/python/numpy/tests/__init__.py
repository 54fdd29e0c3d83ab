"""The package against genuine NumPy: recorded results, run on plain CPython and in the engine."""
