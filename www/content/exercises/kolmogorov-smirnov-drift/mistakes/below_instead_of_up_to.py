# The share below x, not up to x
#
# A distribution function counts values ≤ x. With `<` each gap is the one that was reached at the
# value before: D stays the same, and is reported at 4 instead of 2 in the first example. Count with
# `<=`.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    values = sorted(set(reference + current))
    gaps = [
        abs(sum(r < v for r in reference) * m - sum(c < v for c in current) * n) for v in values
    ]
    widest = max(gaps)
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, values[gaps.index(widest)], statistic > threshold
