def merge_step(words):
    """Merges the most frequent pair of neighbours; returns (pair, words with it merged)."""
    counts = {}
    for word, occurrences in words.items():
        for place in range(len(word) - 1):
            pair = (word[place], word[place + 1])
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
    """The word with this pair joined wherever it stands, from left to right."""
    symbols, place = [], 0
    while place < len(word):
        if place + 1 < len(word) and (word[place], word[place + 1]) == pair:
            symbols.append(word[place] + word[place + 1])
            place += 2
        else:
            symbols.append(word[place])
            place += 1
    return tuple(symbols)
