# A pack is kept several times
#
# With one row and `room` going upwards, `best[room - size]` may already contain this pack: two
# copies of `de` fit into 40 MB, and the sum is 72. Go downwards, so that the cells to the left
# still belong to the packs before; or keep a row a pack.
def choose_packs(packs, budget_mb):
    best = [(0, [])] * (budget_mb + 1)
    for name, size, value in packs:
        for room in range(size, budget_mb + 1):
            total, names = best[room - size]
            if total + value > best[room][0]:
                best[room] = (total + value, [*names, name])
    return best[budget_mb]
