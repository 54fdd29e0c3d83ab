# Each word counts once, however often it occurs
#
# "up" occurs nine times and "on" stands in three words that occur twice each: 9 places against 6,
# but counted by entries it is 1 against 3. The dictionary is a summary of a text; add
# `occurrences`, not 1.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + 1
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
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
