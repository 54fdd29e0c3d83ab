# n^2: counts both lists from the beginning at each value.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    values = sorted(set(reference + current))
    gaps = [
        abs(sum([r <= v for r in reference]) * m - sum([c <= v for c in current]) * n)
        for v in values
    ]
    widest = max(gaps)
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, values[gaps.index(widest)], statistic > threshold
