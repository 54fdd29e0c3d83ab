# Steps that are only named as prerequisites are forgotten
#
# `raw` has no entry of its own, but it is a step, and it has to run. Counting from the keys alone
# loses it, and `clean`, which waits for it, seems to be stuck. Give every name in every list an
# entry first: `prerequisites.setdefault(name, set())`.
import heapq


def run_order(needs):
    missing = {step: len(set(names)) for step, names in needs.items()}
    ready = [step for step, count in missing.items() if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        step = heapq.heappop(ready)
        order.append(step)
        for other, names in needs.items():
            if step in names:
                missing[other] -= 1
                if missing[other] == 0:
                    heapq.heappush(ready, other)
    stuck = {step for step, count in missing.items() if count > 0}
    if not stuck:
        return order, []
    step = min(stuck)
    path = []
    while step not in path:
        path.append(step)
        step = next((name for name in needs[step] if name in stuck), path[0])
    cycle = path[path.index(step) :]
    first = cycle.index(min(cycle))
    return [], cycle[first:] + cycle[:first]
