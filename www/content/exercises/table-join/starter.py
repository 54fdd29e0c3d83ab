def join(left, right, keys, how):
    """One row for each matching pair; with how="left" also for left rows without a match."""
    return []
