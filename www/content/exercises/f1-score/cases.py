import random
from fractions import Fraction

from warmstart import case

BIRDS = ["wren", "robin", "owl"]
WOOD = ["wren", "robin", "owl", "jay"]

CASES = [
    case(
        "five recordings, one unnamed",
        ["wren", "wren", "wren", "robin", "owl"],
        ["wren", "wren", "robin", "robin", None],
        BIRDS,
        expect=({"wren": 0.8, "robin": 2 / 3, "owl": 0.0}, 22 / 45, 2 / 3, 46 / 75),
    ),
    case(
        "a species that nobody heard or named",
        ["wren", "robin"],
        ["wren", "robin"],
        BIRDS,
        expect=({"wren": 1.0, "robin": 1.0, "owl": 0.0}, 2 / 3, 1.0, 1.0),
    ),
    case(
        "always the common one",
        ["wren"] * 8 + ["owl"] * 2,
        ["wren"] * 10,
        ["wren", "owl"],
        expect=({"wren": 8 / 9, "owl": 0.0}, 4 / 9, 0.8, 32 / 45),
    ),
    case(
        "the model says nothing",
        ["wren", "owl"],
        [None, None],
        BIRDS,
        expect=({"wren": 0.0, "robin": 0.0, "owl": 0.0}, 0.0, 0.0, 0.0),
    ),
    case(
        "no recordings",
        [],
        [],
        BIRDS,
        expect=({"wren": 0.0, "robin": 0.0, "owl": 0.0}, 0.0, 0.0, 0.0),
        hidden=True,
    ),
    case("named, but never there", ["wren", "wren"], ["owl", "wren"], BIRDS, hidden=True),
    case("there, but never named", ["owl", "wren"], ["wren", "wren"], ["wren", "owl"], hidden=True),
    case("one class", ["jay", "jay", "jay"], ["jay", None, "jay"], ["jay"], hidden=True),
    case("each taken for the next", BIRDS, ["robin", "owl", "wren"], BIRDS, hidden=True),
    case(
        "precision and recall far apart",
        ["jay"] + ["wren"] * 3 + ["owl"] * 4,
        ["jay", "jay", "jay", "jay", "owl", None, None, "wren"],
        WOOD,
        hidden=True,
    ),
    case(
        "silent on the hard ones",
        ["owl"] * 4 + ["jay"],
        ["owl", None, None, None, "jay"],
        WOOD,
        hidden=True,
    ),
    case("perfect", WOOD * 2, WOOD * 2, WOOD, hidden=True),
]

GENERATED = 12


def generate(rng):
    classes = WOOD[: rng.randint(1, 4)]
    truth = [rng.choice(classes) for _ in range(rng.randint(1, 16))]
    return (truth, [_heard(rng, name, classes) for name in truth], classes)


def _heard(rng, name, classes):
    """Right in half of the cases, nothing in some, anything in the others."""
    chance = rng.random()
    return name if chance < 0.5 else None if chance < 0.65 else rng.choice(classes)


def valid(truth, predicted, classes):
    names = set(classes)
    return (
        len(truth) == len(predicted)
        and classes
        and len(names) == len(classes)
        and all(isinstance(name, str) for name in classes)
        and set(truth) <= names
        and set(predicted) <= names | {None}
    )


def oracle(truth, predicted, classes):
    """Precision and recall in exact fractions, their harmonic mean, and a walk for each class."""
    tables = [_table(truth, predicted, name) for name in classes]
    scores = [_harmonic(*table) for table in tables]
    micro = _harmonic(*(sum(column) for column in zip(*tables)))
    weights = [truth.count(name) for name in classes]
    weighted = sum(weight * score for weight, score in zip(weights, scores))
    return (
        {name: float(score) for name, score in zip(classes, scores)},
        float(sum(scores) / len(classes)),
        float(micro),
        float(weighted / sum(weights)) if truth else 0.0,
    )


def _table(truth, predicted, name):
    there = [actual == name for actual in truth]
    said = [guess == name for guess in predicted]
    both = list(zip(there, said))
    return both.count((True, True)), both.count((False, True)), both.count((True, False))


def _harmonic(hits, false_alarms, missed):
    if hits == 0:
        return Fraction(0)
    precision = Fraction(hits, hits + false_alarms)
    recall = Fraction(hits, hits + missed)
    return 2 * precision * recall / (precision + recall)


def growth(n, m):
    rng = random.Random(n + m)
    classes = [f"species {i}" for i in range(m)]
    truth = [rng.choice(classes) for _ in range(n)]
    return (truth, [_heard(rng, name, classes) for name in truth], classes)
