import random
from itertools import combinations

from warmstart import case

LATE = "the train to Oslo is late".split()
CALL = "call Ann at six".split()

CASES = [
    case(
        "two words in another order",
        LATE,
        "the Oslo train is late today".split(),
        expect=(4, 4 / 6, 4 / 6, 4 / 6),
    ),
    case("a short candidate", CALL, "six calls".split(), expect=(1, 1 / 2, 1 / 4, 1 / 3)),
    case("the same text", CALL, CALL, expect=(4, 1.0, 1.0, 1.0)),
    case("no word in common", CALL, "bring milk".split(), expect=(0, 0.0, 0.0, 0.0)),
    case("an empty candidate", CALL, [], expect=(0, 0.0, 0.0, 0.0), hidden=True),
    case("an empty reference", [], ["hello"], expect=(0, 0.0, 0.0, 0.0), hidden=True),
    case("both empty", [], [], expect=(0, 0.0, 0.0, 0.0), hidden=True),
    case(
        "one word against its repetition",
        ["ha"],
        ["ha", "ha", "ha"],
        expect=(1, 1 / 3, 1.0, 0.5),
        hidden=True,
    ),
    case(
        "a repetition against one word",
        ["ha", "ha", "ha"],
        ["ha"],
        expect=(1, 1.0, 1 / 3, 0.5),
        hidden=True,
    ),
    case(
        "with gaps on both sides",
        list("axbycz"),
        list("pabqc"),
        expect=(3, 0.6, 0.5, 6 / 11),
        hidden=True,
    ),
    case("turned round", list("abcd"), list("dcba"), expect=(1, 0.25, 0.25, 0.25), hidden=True),
    case(
        "the first match leads astray",
        list("abcde"),
        list("eabcd"),
        expect=(4, 0.8, 0.8, 0.8),
        hidden=True,
    ),
    case("capitals differ", ["Six", "men"], ["six", "men"], expect=(1, 0.5, 0.5, 0.5), hidden=True),
    case(
        "opposite meanings",
        "the meeting is not cancelled".split(),
        "the meeting is cancelled".split(),
        expect=(4, 1.0, 0.8, 8 / 9),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    words = ["on", "the", "way", "home"]
    return (rng.choices(words, k=rng.randint(0, 9)), rng.choices(words, k=rng.randint(0, 9)))


def oracle(reference, candidate):
    """Every subsequence of the one, the longest first, looked for in the other."""
    length = next(
        size
        for size in range(len(reference), -1, -1)
        if any(_occurs(words, candidate) for words in combinations(reference, size))
    )
    if length == 0:
        return 0, 0.0, 0.0, 0.0
    total = len(reference) + len(candidate)
    return length, length / len(candidate), length / len(reference), 2 * length / total


def _occurs(words, text):
    left = iter(text)
    return all(word in left for word in words)


def growth(n):
    """A vocabulary that grows with the text, as it does in language."""
    rng = random.Random(n)
    words = [f"word {number}" for number in range(max(4, n // 4))]
    return (rng.choices(words, k=n), rng.choices(words, k=n))
