# A booking is used up by its first partner
#
# Striking out both amounts when they match, or moving both ends of a sorted list by one, answers
# another question: how many disjoint pairs there are. One booking of 950 and two of 300 explain the
# difference in two ways, and both have to be looked at. Multiply the counts instead of pairing off.
from collections import Counter


def pairs_with_sum(amounts, target):
    waiting = Counter()
    ways = Counter()
    for amount in amounts:
        other = target - amount
        if waiting[other] > 0:
            waiting[other] -= 1
            ways[min(amount, other), max(amount, other)] += 1
        else:
            waiting[amount] += 1
    return [(low, high, ways[low, high]) for low, high in sorted(ways)]
