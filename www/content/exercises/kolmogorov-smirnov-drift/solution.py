import math


def ks_drift(reference, current, alpha=0.05):
    """Returns (statistic, value, drifted)."""
    n, m = len(reference), len(current)
    reference, current = sorted(reference), sorted(current)
    i = j = 0
    widest, where = -1, None
    while i < n or j < m:
        value = min(reference[i : i + 1] + current[j : j + 1])
        # Both functions step at once: first pass every copy of the value, then compare.
        while i < n and reference[i] == value:
            i += 1
        while j < m and current[j] == value:
            j += 1
        gap = abs(i * m - j * n)  # n m times the gap, in integers: no rounding between equals
        if gap > widest:
            widest, where = gap, value
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, where, statistic > threshold
