# The budget has to be filled exactly
#
# All cells but the first start at minus infinity, so only choices whose sizes add up to `room`
# count, and the answer is read at the full budget: 39 MB cannot be filled with 30 and 20. Start
# with zeros everywhere, which allows room to be left over.
import math


def choose_packs(packs, budget_mb):
    best = [(0, [])] + [(-math.inf, [])] * budget_mb
    for name, size, value in packs:
        for room in range(budget_mb, size - 1, -1):
            total, names = best[room - size]
            if total + value > best[room][0]:
                best[room] = (total + value, [*names, name])
    total, names = best[budget_mb]
    return (total, names) if total > 0 else (0, [])
