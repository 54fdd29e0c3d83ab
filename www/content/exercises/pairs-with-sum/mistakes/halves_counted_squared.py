# Equal halves are counted as times · times
#
# Two amounts a and b pair up in count(a) · count(b) ways only if they differ. Of three bookings of
# 625 that would be 9: it pairs each with itself and counts every other pair twice. There are 3:
# choose two of three, `times * (times - 1) // 2`.
from collections import Counter


def pairs_with_sum(amounts, target):
    counts = Counter(amounts)
    pairs = []
    for low, times in counts.items():
        high = target - low
        if low < high and high in counts or low == high and times > 1:
            pairs.append((low, high, times * counts[high]))
    return sorted(pairs)
