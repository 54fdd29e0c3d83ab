def merge_step(words):
    """Merges the most frequent pair of neighbours; returns (pair, words with it merged)."""
    return None, dict(words)
