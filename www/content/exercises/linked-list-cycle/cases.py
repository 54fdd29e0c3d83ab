import random

from warmstart import case


def chain(lead, loop, order=None):
    """A chain of `lead` clusters and a loop of `loop`; `order` says which number comes when."""
    order = list(order or range(lead + loop))
    following = [None] * len(order)
    for here, there in zip(order, order[1:]):
        following[here] = there
    if loop:
        following[order[-1]] = order[lead]
    return following


# Two files: 0 → 3 → 5 ends, 1 → 4 → 2 → 4 does not.
TWO_FILES = [3, 4, 4, 5, 2, None]

CASES = [
    case("two, then three in a loop", [1, 2, 3, 4, 2], 0, expect=(2, 3)),
    case("the chain ends", [1, 2, 3, 4, None], 0, expect=None),
    case("starts inside the loop", [1, 2, 3, 4, 2], 3, expect=(3, 3)),
    case("a cluster that follows itself", [1, 2, 2], 0, expect=(2, 1)),
    case("all of it is a loop", [1, 2, 3, 0], 0, expect=(0, 4), hidden=True),
    case("through cluster 0 and on", [3, 0, None, 2], 1, expect=None, hidden=True),
    case("the loop begins at cluster 0", [2, 0, 3, 0], 1, expect=(0, 3), hidden=True),
    case("an empty file", [1, 0], None, expect=None, hidden=True),
    case("one cluster", [None], 0, expect=None, hidden=True),
    case("two clusters", [1, None], 0, expect=None, hidden=True),
    case("one cluster in a loop", [0], 0, expect=(0, 1), hidden=True),
    case("another file has the loop", TWO_FILES, 0, expect=None, hidden=True),
    case("the other file", TWO_FILES, 1, expect=(4, 2), hidden=True),
    case("a long lead to a short loop", chain(23, 2), 0, expect=(23, 2), hidden=True),
    case("a short lead to a long loop", chain(2, 23), 0, expect=(2, 23), hidden=True),
    case("the lead is two rounds", chain(12, 6), 0, expect=(12, 6), hidden=True),
]

GENERATED = 12


def generate(rng):
    loop = rng.choice((0, rng.randint(1, 4), rng.randint(1, 20)))
    lead = rng.randint(0 if loop else 1, 20)
    order = list(range(lead + loop))
    rng.shuffle(order)
    return (chain(lead, loop, order), order[0])


def oracle(following, start):
    """Writes down when each cluster was passed, which takes the memory that the camera lacks."""
    passed = {}
    while start is not None and start not in passed:
        passed[start] = len(passed)
        start = following[start]
    return None if start is None else (start, len(passed) - passed[start])


def valid(following, start):
    numbers = range(len(following))
    return all(number is None or number in numbers for number in [start, *following])


def growth(n):
    order = list(range(n))
    random.Random(n).shuffle(order)
    return (chain(n - n // 2, n // 2, order), order[0])
