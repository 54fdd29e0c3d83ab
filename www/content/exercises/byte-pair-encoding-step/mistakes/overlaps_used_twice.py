# A symbol is used for two merges
#
# In `("a", "a", "a")` the middle one is joined to the first and then counted again as the left
# part of the next pair, so a letter vanishes: `("aa",)` instead of `("aa", "a")`. Behind a merge,
# go on with the next symbol that is not used yet.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + occurrences
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    merged = {}
    for word, occurrences in words.items():
        shorter = merge(word, best)
        merged[shorter] = merged.get(shorter, 0) + occurrences
    return best, merged

def merge(word, pair):
    symbols = list(word[:1])
    for before, symbol in zip(word, word[1:]):
        if (before, symbol) == pair:
            symbols[-1] = before + symbol
        else:
            symbols.append(symbol)
    return tuple(symbols)
