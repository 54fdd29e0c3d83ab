# Of two words that become one, a count is lost
#
# `("h", "i")` four times and `("hi",)` once become the same tuple, and the second entry
# overwrites the first: 1 is left of 5. From the next step on, the counts are wrong. Add to what
# is there: `merged.get(shorter, 0) + occurrences`.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + occurrences
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    merged = {merge(word, best): occurrences for word, occurrences in words.items()}
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
