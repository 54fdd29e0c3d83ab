def find_loop(following, start):
    """(first cluster of the loop, number of clusters in it); None if the chain ends."""
    return None
