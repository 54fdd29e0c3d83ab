import math
import random

from warmstart import case

COMMANDS = {
    "<s>": {"turn": -0.5, "call": -1.0},
    "turn": {"left": -1.25, "right": -1.25, "back": -2.0},
    "call": {"home": -0.25, "Ana": -1.75},
    "left": {".": -0.25},
    "right": {".": -0.125},
    "back": {".": -0.125},
    "home": {".": -0.125},
    "Ana": {".": -0.125},
}

# Stopping at once is likely; going on is likelier in total only if two texts are kept.
SHORT = {
    "<s>": {"yes": -0.5, ".": -1.0},
    "yes": {"sir": -0.25, ".": -1.5},
    "sir": {".": -0.25},
}

LOOP = {"a": {"a": -0.125, "b": -0.5, ".": -4.0}, "b": {"a": -0.25, ".": -2.0}}

EQUAL = {
    "<s>": {"z": -1.0, "m": -1.0, "b": -1.0},
    "z": {"a": -1.0, ".": -1.0},
    "m": {"y": -1.0, ".": -1.0},
    "b": {"x": -1.0, ".": -1.0},
    "a": {".": 0.0},
    "x": {".": 0.0},
    "y": {".": 0.0},
}

# Both good continuations come from the same beginning.
ONE_PARENT = {
    "<s>": {"p": -0.25, "q": -2.0},
    "p": {"r": -0.75, "s": -1.0},
    "q": {"t": -0.5},
    "r": {".": 0.0},
    "s": {".": 0.0},
    "t": {".": 0.0},
}

# After the first round "." is finished, and only one place is left for "a" and "b".
CROWDED = {
    "<s>": {".": -0.25, "a": -0.5, "b": -0.75},
    "a": {"c": -3.0},
    "b": {".": -0.125},
    "c": {".": 0.0},
}

CERTAIN = {"<s>": {"ok": 0.0}, "ok": {".": 0.0}}

CASES = [
    case(
        "two are kept",
        COMMANDS,
        "<s>",
        ".",
        2,
        3,
        expect=[(("call", "home", "."), -1.375), (("turn", "left", "."), -2.0)],
    ),
    case("one is kept", COMMANDS, "<s>", ".", 1, 3, expect=[(("turn", "left", "."), -2.0)]),
    case(
        "three are kept",
        COMMANDS,
        "<s>",
        ".",
        3,
        3,
        expect=[
            (("call", "home", "."), -1.375),
            (("turn", "right", "."), -1.875),
            (("turn", "left", "."), -2.0),
        ],
    ),
    case(
        "a finished text keeps its place",
        SHORT,
        "<s>",
        ".",
        2,
        3,
        expect=[((".",), -1.0), (("yes", "sir", "."), -1.0)],
    ),
    case("one finished text ends it", SHORT, "<s>", ".", 1, 9, hidden=True),
    case("more room than texts", SHORT, "<s>", ".", 10, 5, hidden=True),
    case("cut off before the end", COMMANDS, "<s>", ".", 2, 2, hidden=True),
    case("no rounds", COMMANDS, "<s>", ".", 2, 0, expect=[((), 0.0)], hidden=True),
    case("around a loop", LOOP, "a", ".", 2, 5, hidden=True),
    case("a wide beam around a loop", LOOP, "a", ".", 4, 4, hidden=True),
    case("everything is equal", EQUAL, "<s>", ".", 2, 3, hidden=True),
    case(
        "two from one beginning",
        ONE_PARENT,
        "<s>",
        ".",
        2,
        3,
        expect=[(("p", "r", "."), -1.0), (("p", "s", "."), -1.25)],
        hidden=True,
    ),
    case("from the middle of a text", COMMANDS, "turn", ".", 3, 2, hidden=True),
    case("certain words cost nothing", CERTAIN, "<s>", ".", 1, 4, hidden=True),
    case(
        "one place left beside a finished text",
        CROWDED,
        "<s>",
        ".",
        2,
        3,
        expect=[((".",), -0.25), (("a", "c", "."), -3.5)],
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    tokens = ["a", "b", "c", "d"][: rng.randint(1, 4)]
    table = {}
    for token in ["<s>", *tokens]:
        successors = [*tokens, "."]
        rng.shuffle(successors)
        kept = successors[: rng.randint(1, len(successors))]
        table[token] = {follower: -rng.randint(0, 160) / 64 for follower in kept}
    return (table, "<s>", ".", rng.randint(1, 4), rng.randint(1, 4))


def oracle(table, start, end, width, rounds):
    """Lists every text there is, and says of each whether it survives each round."""
    texts = {}
    _spell(table, start, end, rounds, (), texts)
    survivors = {()}
    for length in range(1, rounds + 1):
        rivals = {
            text: score
            for text, score in texts.items()
            if (len(text) == length and text[:-1] in survivors)
            or (len(text) < length and text[-1:] == (end,) and text in survivors)
        }
        survivors = {
            text
            for text, score in rivals.items()
            if sum(_beats(other, text, rivals) for other in rivals) < width
        }
    return sorted(((text, texts[text]) for text in survivors), key=lambda found: (-found[1], found))


def _spell(table, last, end, left, text, texts, logs=()):
    """Writes each text that can begin with this one, and its score, into `texts`."""
    texts[text] = math.fsum(logs)
    if left and last != end:
        for token, log in table[last].items():
            _spell(table, token, end, left - 1, text + (token,), texts, logs + (log,))


def _beats(other, text, scores):
    if scores[other] != scores[text]:
        return scores[other] > scores[text]
    return other < text


def growth(n):
    """All tokens share one dictionary of successors, in no useful order."""
    rng = random.Random(n)
    successors = {f"t{index:04d}": -rng.randint(64, 640) / 64 for index in range(n)}
    return ({token: successors for token in ["<s>", *successors]}, "<s>", ".", 4, 2)
