# An empty run has no first record
#
# `run[0]` is read for every run when the heap is filled, and raises `IndexError` for a sensor that
# logged nothing: `[[(3, "c")], [], …]`. Leave empty runs out: `… for number, run in
# enumerate(runs) if run`.
import heapq


def merge_runs(runs):
    heads = [(run[0][0], number, 0) for number, run in enumerate(runs)]
    heapq.heapify(heads)
    merged = []
    while heads:
        _, number, place = heapq.heappop(heads)
        merged.append(runs[number][place])
        if place + 1 < len(runs[number]):
            heapq.heappush(heads, (runs[number][place + 1][0], number, place + 1))
    return merged
