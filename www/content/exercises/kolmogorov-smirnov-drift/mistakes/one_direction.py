# Only one direction counts
#
# F − G without the absolute value is large when the current values are higher, and below zero when
# they are lower. For five values that all fell below the reference it reports a gap of 0. Take
# `abs` of the difference before you compare.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    values = sorted(set(reference + current))
    gaps = [sum(r <= v for r in reference) * m - sum(c <= v for c in current) * n for v in values]
    widest = max(gaps)
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, values[gaps.index(widest)], statistic > threshold
