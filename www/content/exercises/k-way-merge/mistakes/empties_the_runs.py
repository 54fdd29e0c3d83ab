# The runs are emptied while they are merged
#
# `run.pop(0)` takes the record out of the caller's list: the merged log is right, and the sensors'
# own logs are gone. It also moves the whole rest of the run each time. Keep a place a run and
# leave the lists alone.
import heapq


def merge_runs(runs):
    heads = [(run[0][0], number) for number, run in enumerate(runs) if run]
    heapq.heapify(heads)
    merged = []
    while heads:
        _, number = heapq.heappop(heads)
        merged.append(runs[number].pop(0))
        if runs[number]:
            heapq.heappush(heads, (runs[number][0][0], number))
    return merged
