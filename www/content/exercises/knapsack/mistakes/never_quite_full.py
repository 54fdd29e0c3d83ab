# A choice that fits exactly is refused
#
# `size < room` asks for space to be left over; `de` and `ja` need 40 MB of 40, and are not taken.
# The sizes may add up to the budget: compare with `<=`, and let `range` run to `budget_mb + 1`.
def choose_packs(packs, budget_mb):
    best = [(0, [])] * (budget_mb + 1)
    for name, size, value in packs:
        for room in range(budget_mb, size, -1):
            total, names = best[room - size]
            if total + value > best[room][0]:
                best[room] = (total + value, [*names, name])
    return best[budget_mb]
