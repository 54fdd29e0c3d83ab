import heapq


def merge_runs(runs):
    """All records `(time_ms, message)` of the sorted runs in one list, in the order of time."""
    # One entry a run, its next record: (time, run, place). Run numbers are all different, so two
    # entries never tie, and messages are never compared.
    heads = [(run[0][0], number, 0) for number, run in enumerate(runs) if run]
    heapq.heapify(heads)
    merged = []
    while heads:
        _, number, place = heads[0]
        run = runs[number]
        merged.append(run[place])
        if place + 1 < len(run):
            heapq.heapreplace(heads, (run[place + 1][0], number, place + 1))
        else:
            heapq.heappop(heads)
    return merged
