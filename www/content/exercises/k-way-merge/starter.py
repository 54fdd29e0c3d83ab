import heapq


def merge_runs(runs):
    """All records `(time_ms, message)` of the sorted runs in one list, in the order of time."""
    return [record for run in runs for record in run]
