from collections import Counter


def pairs_with_sum(amounts, target):
    """All (low, high, ways) with low + high == target and low <= high, ascending."""
    counts = Counter(amounts)
    pairs = []
    for low, times in counts.items():
        high = target - low
        if low < high and high in counts:
            pairs.append((low, high, times * counts[high]))
        elif low == high and times > 1:
            pairs.append((low, high, times * (times - 1) // 2))
    return sorted(pairs)
