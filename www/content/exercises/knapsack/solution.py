def choose_packs(packs, budget_mb):
    """(largest total value, names of the packs that reach it within the budget)."""
    # best[i][room]: the largest value of the first i packs within `room` megabytes
    best = [[0] * (budget_mb + 1)]
    for _, size, value in packs:
        without = best[-1]
        row = without[:size]  # no room for this pack yet
        for room in range(size, budget_mb + 1):
            row.append(max(without[room], without[room - size] + value))
        best.append(row)

    names, room = [], budget_mb
    for i in range(len(packs), 0, -1):
        name, size, _ = packs[i - 1]
        if best[i][room] != best[i - 1][room]:  # only this pack can have raised it
            names.append(name)
            room -= size
    names.reverse()
    return best[-1][budget_mb], names
