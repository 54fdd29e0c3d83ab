# The gap is looked for at reference values only
#
# G rises at current values, and the widest gap may lie right there. If all of 1 to 5 come before
# all of 6 to 10, the first reference value is 6, where F has already begun to rise: 0.8 instead of
# 1 at 5. Look at the values of both lists.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    values = sorted(set(reference))
    gaps = [
        abs(sum(r <= v for r in reference) * m - sum(c <= v for c in current) * n) for v in values
    ]
    widest = max(gaps)
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return statistic, values[gaps.index(widest)], statistic > threshold
