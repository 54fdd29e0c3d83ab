import heapq
from graphlib import CycleError, TopologicalSorter


def run_order(needs):
    """(order, []) with ties by name, or ([], cycle) where the steps wait for each other.

    What you would write at work. The sorter hands out steps as they become ready, which also serves
    several workers: each reports `done`, and whatever that frees can start.
    """
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as error:
        runs_first_to_last = error.args[1][:-1]  # the first step is repeated at the end
        cycle = runs_first_to_last[::-1]
        first = cycle.index(min(cycle))
        return [], cycle[first:] + cycle[:first]
    ready, order = [], []
    while sorter.is_active():
        for step in sorter.get_ready():
            heapq.heappush(ready, step)
        step = heapq.heappop(ready)
        order.append(step)
        sorter.done(step)
    return order, []
