import random

from warmstart import calls, case


def used(capacity, *uses):
    """A cache with uses: ("a", 1) puts, "a" alone gets."""
    script = calls(capacity)
    for use in uses:
        script = script("put", *use) if isinstance(use, tuple) else script("get", use)
    return script


CASES = [
    case(
        "dog, beach, snow",
        used(2, ("dog", 3), ("beach", 8), "dog", ("snow", 5), "beach", "dog"),
        expect=[None, None, 3, "beach", None, 3],
    ),
    case(
        "a new value for an old key",
        used(2, ("a", 1), ("b", 2), ("a", 9), ("c", 3), "a", "b"),
        expect=[None, None, None, "b", 9, None],
    ),
    case(
        "a capacity of one",
        used(1, ("a", 1), "a", ("b", 2), "a", "b", ("b", 7), "b"),
        expect=[None, 1, "a", None, 2, None, 7],
    ),
    case(
        "without a hit, first in is first out",
        used(3, ("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), "c"),
        expect=[None, None, None, "a", "b", 3],
    ),
    case("a miss in an empty cache", used(2, "a", "b"), expect=[None, None], hidden=True),
    case(
        "a miss is no use",
        used(2, ("a", 1), ("b", 2), "x", "x", ("c", 3), "a"),
        expect=[None, None, None, None, "a", None],
        hidden=True,
    ),
    case(
        "zero is a value",
        used(2, ("a", 0), ("b", False), "a", ("c", ""), "a", "b", "c"),
        expect=[None, None, 0, "b", 0, None, ""],
        hidden=True,
    ),
    case(
        "five is read, then False",
        used(2, ("x", 5), ("a", 0), "x", ("b", False), "x", "b", ("c", ""), "b", "c"),
        expect=[None, None, 5, "a", 5, False, "x", False, ""],
        hidden=True,
    ),
    case(
        "a replacement in a full cache",
        used(2, ("a", 1), ("b", 2), ("b", 3), "a", "b"),
        expect=[None, None, None, 1, 3],
        hidden=True,
    ),
    case(
        "the oldest is read before it would go",
        used(3, ("a", 1), ("b", 2), ("c", 3), "a", ("d", 4), "b", ("e", 5), "a"),
        expect=[None, None, None, 1, "b", None, "c", 1],
        hidden=True,
    ),
    case(
        "often used, long ago",
        used(2, ("a", 1), "a", "a", "a", ("b", 2), ("c", 3), "a"),
        expect=[None, 1, 1, 1, None, "a", None],
        hidden=True,
    ),
    case(
        "gone and back again",
        used(2, ("a", 1), ("b", 2), ("c", 3), ("a", 4), "a", "b", "c"),
        expect=[None, None, "a", "b", 4, None, 3],
        hidden=True,
    ),
    case("never full", used(10, ("a", 1), ("b", 2), "a", "b", ("a", 3), "a"), hidden=True),
    case("numbers as keys", used(2, (0, "x"), (1, "y"), 0, (2, "z"), 1, 0), hidden=True),
]

GENERATED = 10


def generate(rng):
    keys = "abcdefgh"[: rng.randint(2, 8)]
    uses = []
    for step in range(rng.randint(5, 60)):
        key = rng.choice(keys)
        uses.append((key, step) if rng.random() < 0.5 else key)
    return used(rng.randint(1, 5), *uses)


def oracle(script):
    """A list of [time of last use, key, value]; the smallest time goes."""
    (capacity,) = script.construct
    entries, answers = [], []
    for time, (name, (key, *value)) in enumerate(script.steps):
        found = [entry for entry in entries if entry[1] == key]
        for entry in found:
            entry[0] = time
        if name == "get":
            answers.append(found[0][2] if found else None)
            continue
        answers.append(None)
        if found:
            found[0][2] = value[0]
            continue
        if len(entries) == capacity:
            oldest = min(entries)
            entries.remove(oldest)
            answers[-1] = oldest[1]
        entries.append([time, key, value[0]])
    return answers


def growth(n):
    """Fills the cache, then reads at random and adds new keys, so that something has to go."""
    rng = random.Random(n)
    capacity = n // 4
    uses = [(key, key) for key in range(capacity)]
    for key in range(capacity, n):
        uses.append((key, key) if key % 3 == 0 else max(0, key - rng.randrange(1, capacity)))
    return used(capacity, *uses)
