# Everything that is stuck is called the circle
#
# What is left when nothing is ready are the circle *and* the steps that wait for it. In the
# example `report` needs `evaluate`, but nothing in the circle needs `report`. Walk from a stuck
# step to a stuck prerequisite, again and again: the part between two visits of the same name is
# the circle.
import heapq


def run_order(needs):
    prerequisites = {step: set(names) for step, names in needs.items()}
    for names in needs.values():
        for name in names:
            prerequisites.setdefault(name, set())
    missing = {step: len(names) for step, names in prerequisites.items()}
    ready = [step for step, count in missing.items() if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        step = heapq.heappop(ready)
        order.append(step)
        for other, names in prerequisites.items():
            if step in names:
                missing[other] -= 1
                if missing[other] == 0:
                    heapq.heappush(ready, other)
    if len(order) == len(prerequisites):
        return order, []
    return [], sorted(step for step, count in missing.items() if count)
