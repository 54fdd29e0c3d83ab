import random
from itertools import combinations

from warmstart import case

THREE = [("fr", 30, 60), ("de", 20, 36), ("ja", 20, 35)]
SIX = [("ar", 7, 13), ("bg", 3, 5), ("cs", 9, 19), ("da", 5, 9), ("el", 4, 8), ("fi", 8, 12)]
FORTY = [(f"pack {number}", 10, number) for number in range(1, 41)]

CASES = [
    case("the most valuable one stays out", THREE, 40, expect=(71, ["de", "ja"])),
    case("one megabyte short", THREE, 39, expect=(60, ["fr"])),
    case("everything fits", THREE, 100, expect=(131, ["fr", "de", "ja"])),
    case("nothing fits", THREE, 15, expect=(0, [])),
    case("no packs", [], 50, expect=(0, []), hidden=True),
    case("no budget", THREE, 0, expect=(0, []), hidden=True),
    case(
        "exactly full",
        [("a", 4, 3), ("b", 6, 5), ("c", 9, 7)],
        10,
        expect=(8, ["a", "b"]),
        hidden=True,
    ),
    case(
        "a small one shuts out a large one",
        [("s", 1, 2), ("l", 20, 30)],
        20,
        expect=(30, ["l"]),
        hidden=True,
    ),
    case("once is enough", [("tiny", 2, 9), ("big", 7, 10)], 8, expect=(10, ["big"]), hidden=True),
    case("six packs", SIX, 20, expect=(40, ["ar", "cs", "el"]), hidden=True),
    case(
        "room is left over",
        [("a", 5, 10), ("b", 5, 9), ("c", 5, 8)],
        13,
        expect=(19, ["a", "b"]),
        hidden=True,
    ),
    case(
        "values with fractions",
        [("x", 3, 0.5), ("y", 4, 0.75), ("z", 5, 1.1)],
        8,
        expect=(1.6, ["x", "z"]),
        hidden=True,
    ),
    case(
        "as large as the budget",
        [("whole", 12, 20), ("half", 6, 11)],
        12,
        expect=(20, ["whole"]),
        hidden=True,
    ),
    case(
        "the last pack is not needed",
        [("p", 2, 8), ("q", 3, 9), ("r", 4, 1)],
        5,
        expect=(17, ["p", "q"]),
        hidden=True,
    ),
    case(
        "forty packs of one size",
        FORTY,
        95,
        expect=(324, [f"pack {number}" for number in range(32, 41)]),
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    """Until the best choice is the only best one."""
    while True:
        count = rng.randint(3, 8)
        packs = [(name, rng.randint(1, 12), rng.randint(1, 30)) for name in "abcdefgh"[:count]]
        budget = rng.randint(5, 25)
        values = sorted((value for value, _ in _choices(packs, budget)), reverse=True)
        if len(values) > 1 and values[0] > values[1]:
            return (packs, budget)


def oracle(packs, budget_mb):
    """All choices, weighed one by one."""
    value, names = max(_choices(packs, budget_mb), key=lambda choice: choice[0])
    return value, names


def _choices(packs, budget):
    for count in range(len(packs) + 1):
        for chosen in combinations(packs, count):
            if sum(size for _, size, _ in chosen) <= budget:
                yield sum(value for _, _, value in chosen), [name for name, _, _ in chosen]


def growth(n):
    """The first five packs alone add up to every size there is, so no step is cheaper than others."""
    rng = random.Random(n)
    sizes = [1, 2, 4, 8, 16] + [rng.randint(1, 4) for _ in range(n - 5)]
    packs = [(f"pack {i}", size, size * rng.uniform(1, 3)) for i, size in enumerate(sizes)]
    return (packs, 24)
