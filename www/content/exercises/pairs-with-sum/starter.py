def pairs_with_sum(amounts, target):
    """All (low, high, ways) with low + high == target and low <= high, ascending."""
    return []
