# n^2: looks at every pair, though one of the two says what the other has to be.
def pairs_with_sum(amounts, target):
    ways = {}
    for place, first in enumerate(amounts):
        for second in amounts[place + 1 :]:
            if first + second == target:
                pair = (min(first, second), max(first, second))
                ways[pair] = ways.get(pair, 0) + 1
    return sorted((low, high, count) for (low, high), count in ways.items())
