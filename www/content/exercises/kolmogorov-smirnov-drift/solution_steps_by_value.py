import math


def ks_drift(reference, current, alpha=0.05):
    """One walk with a weight: up by m for each reference value, down by n for each current one."""
    n, m = len(reference), len(current)
    step = dict.fromkeys(reference, 0)
    for value in reference:
        step[value] += m
    for value in current:
        step[value] = step.get(value, 0) - n

    height, widest, where = 0, -1, None
    for value in sorted(step):
        height += step[value]
        if abs(height) > widest:
            widest, where = abs(height), value
    statistic = widest / (n * m)
    threshold = math.sqrt(-math.log(alpha / 2) * (n + m) / (2 * n * m))
    return statistic, where, statistic > threshold
