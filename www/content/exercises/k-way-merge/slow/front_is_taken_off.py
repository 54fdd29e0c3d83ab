# n^2: a heap knows the next run, and then `run[1:]` copies all that is left of it.
import heapq


def merge_runs(runs):
    waiting = list(runs)
    heads = [(run[0][0], number) for number, run in enumerate(runs) if run]
    heapq.heapify(heads)
    merged = []
    while heads:
        _, number = heapq.heappop(heads)
        merged.append(waiting[number][0])
        waiting[number] = waiting[number][1:]
        if waiting[number]:
            heapq.heappush(heads, (waiting[number][0][0], number))
    return merged
