from collections import Counter


def merge_step(words):
    """Merges the most frequent pair of neighbours; returns (pair, words with it merged).

    Pairs come from the word zipped with itself, and merging needs no index: each symbol either
    completes the pair with the one before it, or is put behind it.
    """
    counts = Counter()
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] += occurrences
    if not counts:
        return None, dict(words)
    most = max(counts.values())
    best = min(pair for pair, count in counts.items() if count == most)

    merged = Counter()
    for word, occurrences in words.items():
        merged[merge(word, *best)] += occurrences
    return best, dict(merged)


def merge(word, left, right):
    """The word with this pair joined wherever it stands, from left to right."""
    symbols, before = [], None
    for symbol in word:
        if before == left and symbol == right:
            symbols[-1] = left + right
            before = None  # a symbol that was made in this step is not used again
        else:
            symbols.append(symbol)
            before = symbol
    return tuple(symbols)
