"""NumPy for the playground: the array object in Python, the heavy work in Rust."""

__version__ = "2.4.0+warmstart"
