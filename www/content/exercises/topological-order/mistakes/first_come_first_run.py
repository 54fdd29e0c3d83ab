# Ties go to the step that became ready first
#
# A queue gives a correct order, but not the one that is asked for: it depends on the order in
# which the mapping was written. `{"b": [], "a": [], "c": []}` comes out as b, a, c. Take the
# smallest name of all that are ready: `heapq` in place of the queue.
from collections import deque


def run_order(needs):
    prerequisites = {step: set(names) for step, names in needs.items()}
    for names in needs.values():
        for name in names:
            prerequisites.setdefault(name, set())
    missing = {step: len(names) for step, names in prerequisites.items()}
    ready = deque(step for step, count in missing.items() if count == 0)
    order = []
    while ready:
        step = ready.popleft()
        order.append(step)
        for other, names in prerequisites.items():
            if step in names:
                missing[other] -= 1
                if missing[other] == 0:
                    ready.append(other)
    if len(order) == len(prerequisites):
        return order, []
    return [], _cycle(prerequisites, {step for step, count in missing.items() if count})


def _cycle(prerequisites, stuck):
    step = min(stuck)
    path = []
    while step not in path:
        path.append(step)
        step = next(name for name in prerequisites[step] if name in stuck)
    cycle = path[path.index(step) :]
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]
