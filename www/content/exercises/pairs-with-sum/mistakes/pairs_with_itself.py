# A booking is paired with itself
#
# 625 is half of 1,250, so the amount that completes it is found: it is the same booking. With
# `[625, 40]` there is no second 625, and the answer is empty. Equal halves need at least two
# bookings, and `times * (times - 1) // 2` ways is 0 for one.
from collections import Counter


def pairs_with_sum(amounts, target):
    counts = Counter(amounts)
    pairs = []
    for low, times in counts.items():
        high = target - low
        if low < high and high in counts:
            pairs.append((low, high, times * counts[high]))
        elif low == high:
            pairs.append((low, high, max(1, times * (times - 1) // 2)))
    return sorted(pairs)
