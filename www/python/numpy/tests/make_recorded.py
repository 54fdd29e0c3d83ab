"""Records what genuine NumPy gives for random_calls.txt and statistics_calls.txt.

Run with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/make_recorded.py
"""

import numpy as np

from recorded import record

if __name__ == "__main__":
    record(np, "random")
    record(np, "statistics")
