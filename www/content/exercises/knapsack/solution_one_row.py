def choose_packs(packs, budget_mb):
    """(largest total value, names of the packs that reach it within the budget).

    One row of values, overwritten from the right, and beside it what cannot be found again later:
    for each pack and each room, whether the pack was taken.
    """
    best = [0] * (budget_mb + 1)
    taken = []
    for _, size, value in packs:
        is_in = bytearray(budget_mb + 1)
        for room in range(budget_mb, size - 1, -1):
            with_pack = best[room - size] + value
            if with_pack > best[room]:
                best[room] = with_pack
                is_in[room] = 1
        taken.append(is_in)

    names, room = [], budget_mb
    for (name, size, _), is_in in zip(reversed(packs), reversed(taken)):
        if is_in[room]:
            names.append(name)
            room -= size
    return best[budget_mb], names[::-1]
