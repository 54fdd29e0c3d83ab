import math


def ks_drift(reference, current, alpha=0.05):
    """Returns (statistic, value, drifted)."""
    return 0.0, reference[0], False
