import heapq


def run_order(needs):
    """(order, []) with ties by name, or ([], cycle) where the steps wait for each other."""
    prerequisites = {step: set(names) for step, names in needs.items()}
    for names in needs.values():
        for name in names:
            prerequisites.setdefault(name, set())
    dependants = {step: [] for step in prerequisites}
    for step, names in prerequisites.items():
        for name in names:
            dependants[name].append(step)

    missing = {step: len(names) for step, names in prerequisites.items()}
    ready = [step for step, count in missing.items() if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        step = heapq.heappop(ready)
        order.append(step)
        for dependant in dependants[step]:
            missing[dependant] -= 1
            if missing[dependant] == 0:
                heapq.heappush(ready, dependant)
    if len(order) == len(prerequisites):
        return order, []
    stuck = {step for step, count in missing.items() if count > 0}
    return [], find_cycle(prerequisites, stuck)


def find_cycle(prerequisites, stuck):
    """Every stuck step needs another stuck step, so walking along them must come round."""
    step = next(iter(stuck))
    path, place = [], {}
    while step not in place:
        place[step] = len(path)
        path.append(step)
        step = next(name for name in prerequisites[step] if name in stuck)
    cycle = path[place[step] :]
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]
