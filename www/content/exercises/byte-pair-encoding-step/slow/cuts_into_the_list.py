# n^2: each merge cuts two symbols out of a list, and everything behind them moves up.
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
        symbols, place = list(word), 0
        while place < len(symbols) - 1:
            if (symbols[place], symbols[place + 1]) == best:
                symbols[place] += symbols[place + 1]
                del symbols[place + 1]
            place += 1
        shorter = tuple(symbols)
        merged[shorter] = merged.get(shorter, 0) + occurrences
    return best, merged
