# Each pair is found from both sides
#
# 300 finds 950 and 950 finds 300, so the pair comes twice, once the wrong way round. Take a pair
# only from its smaller amount: go on if `low > high`.
from collections import Counter


def pairs_with_sum(amounts, target):
    counts = Counter(amounts)
    pairs = []
    for low, times in counts.items():
        high = target - low
        if low == high and times > 1:
            pairs.append((low, high, times * (times - 1) // 2))
        elif low != high and high in counts:
            pairs.append((low, high, times * counts[high]))
    return sorted(pairs)
