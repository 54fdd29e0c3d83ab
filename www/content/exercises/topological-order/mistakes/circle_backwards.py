# The circle is written in the order of running
#
# Each step of `cycle` needs the one *after* it. Here the walk goes from a step to those that need
# it, so the arrows are turned round: `evaluate`, `mine`, `train` instead of `evaluate`, `train`,
# `mine`. Walk along what a step needs, or reverse the circle before you rotate it.
from graphlib import CycleError, TopologicalSorter
import heapq


def run_order(needs):
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as error:
        cycle = error.args[1][:-1]
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
