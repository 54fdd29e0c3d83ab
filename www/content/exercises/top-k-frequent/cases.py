import random

from warmstart import case

CASES = [
    case(
        "one stands out",
        ["render", "decode", "render", "sync"],
        2,
        expect=[("render", 2), ("decode", 1)],
    ),
    case("all equal", ["sync", "decode", "alloc"], 2, expect=[("alloc", 1), ("decode", 1)]),
    case("fewer than k", ["sync"], 5, expect=[("sync", 1)]),
    case(
        "scattered over the list",
        ["io", "gc", "io", "ui", "gc", "io", "ui", "ui", "ui"],
        3,
        expect=[("ui", 4), ("io", 3), ("gc", 2)],
    ),
    case("k is 0", ["sync", "sync"], 0, expect=[], hidden=True),
    case("no reports", [], 3, expect=[], hidden=True),
    case("k is 1", list("cbacbacb"), 1, expect=[("b", 3)], hidden=True),
    case(
        "a tie at the last place",
        ["z", "z", "z", "m", "m", "k", "k", "a"],
        2,
        expect=[("z", 3), ("k", 2)],
        hidden=True,
    ),
    case(
        "a latecomer wins",
        ["a", "b", "c", "d", "e", "e", "e"],
        2,
        expect=[("e", 3), ("a", 1)],
        hidden=True,
    ),
    case(
        "capitals come first",
        ["draw", "Draw", "draw", "Draw", "alloc", "alloc"],
        3,
        expect=[("Draw", 2), ("alloc", 2), ("draw", 2)],
        hidden=True,
    ),
    case("one signature only", ["oom"] * 7, 2, expect=[("oom", 7)], hidden=True),
    case("exactly k", ["b", "a", "b", "c"], 3, hidden=True),
    case("the empty signature", ["", "x", "", "w"], 2, expect=[("", 2), ("w", 1)], hidden=True),
    case("one is the beginning of another", ["map", "map.add", "map", "map.add"], 1, hidden=True),
]

GENERATED = 12


def generate(rng):
    names = [a + b for a in "abcX" for b in ("", "lloc", "_io")][: rng.randint(1, 12)]
    return ([rng.choice(names) for _ in range(rng.randint(0, 40))], rng.randint(0, 8))


def oracle(signatures, k):
    """Counts each by going through all, then takes the best one k times."""
    left = {signature: signatures.count(signature) for signature in signatures}
    found = []
    while left and len(found) < k:
        most = max(left.values())
        first = min(signature for signature, count in left.items() if count == most)
        found.append((first, left.pop(first)))
    return found


def growth(n):
    rng = random.Random(n)
    frequent = [f"hot{index}" for index in range(4) for _ in range(index + 2)]
    rare = [f"f{rng.randrange(10**9):09d}" for _ in range(n - len(frequent))]
    signatures = frequent + rare
    rng.shuffle(signatures)
    return (signatures, 4)
