# Equal counts go to the pair seen first
#
# `max` keeps the first of several equals, so the order of the dictionary decides: with "ba"
# before "ab" it merges `("b", "a")`. Two machines that read the same text in another order would
# end with different vocabularies. Compare by `(-count, pair)` and take the smallest.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + occurrences
    if not counts:
        return None, dict(words)
    best = max(counts, key=counts.get)
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
