import random

from warmstart import calls, case

ONE = (7, None, None)
LEFT = (5, (-3, None, None), None)
RIGHT = (5, None, (-3, None, None))
FULL = (1, (2, (4, None, None), (5, None, None)), (3, (6, None, None), (7, None, None)))


def chain(depth, goes_left):
    tree = None
    for value in range(depth, 0, -1):
        tree = (value, tree, None) if goes_left else (value, None, tree)
    return tree


def both(tree, text):
    """What is saved, and what comes back from the text."""
    return calls()("save", tree)("load", text)


CASES = [
    case("a child on the left", both(LEFT, "5 -3 . . ."), expect=["5 -3 . . .", LEFT]),
    case("a child on the right", both(RIGHT, "5 . -3 . ."), expect=["5 . -3 . .", RIGHT]),
    case("the empty tree", both(None, "."), expect=[".", None]),
    case(
        "zero is a value",
        both((0, None, (0, None, None)), "0 . 0 . ."),
        expect=["0 . 0 . .", (0, None, (0, None, None))],
    ),
    case("one node", both(ONE, "7 . ."), expect=["7 . .", ONE], hidden=True),
    case(
        "seven nodes",
        both(FULL, "1 2 4 . . 5 . . 3 6 . . 7 . ."),
        expect=["1 2 4 . . 5 . . 3 6 . . 7 . .", FULL],
        hidden=True,
    ),
    case(
        "long numbers",
        both((123456789012345678901, (-40, None, None), None), "1000 -25 . . 314 . ."),
        hidden=True,
    ),
    case(
        "the same value everywhere",
        both((2, (2, None, (2, None, None)), None), "2 2 . . 2 2 . . ."),
        hidden=True,
    ),
    case("thirty down on the left", calls()("save", chain(30, True)), hidden=True),
    case("thirty down on the right", calls()("save", chain(30, False)), hidden=True),
    case(
        "back from a chain",
        calls()("load", "1 . 2 . 3 . 4 . ."),
        expect=[chain(4, False)],
        hidden=True,
    ),
    case("a zigzag", both((1, None, (2, (3, None, None), None)), "1 2 . 3 . . ."), hidden=True),
    case(
        "one object, many trees",
        calls()("load", "8 . .")("save", ONE)("load", "9 1 . . .")("save", None)("load", "."),
        expect=[(8, None, None), "7 . .", (9, (1, None, None), None), ".", None],
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """A tree to save, and another as text, written here by replacing dots."""
    return both(_random_tree(rng, rng.randint(0, 9)), _random_text(rng, rng.randint(0, 9)))


def oracle(script):
    """By rewriting text: a leaf of the printed tuple becomes its text, until none is left."""
    return [
        _saved(argument) if method == "save" else _loaded(argument)
        for method, (argument,) in script.steps
    ]


def _saved(tree):
    text = repr(tree).replace("None", ".")
    return text.translate(str.maketrans("", "", "(),"))


def _loaded(text):
    """Folds `value tree tree` wherever it stands, beginning with the innermost."""
    parts = [None if part == "." else int(part) for part in text.split()]
    while len(parts) > 1:
        place = next(
            i
            for i, part in enumerate(parts)
            if isinstance(part, int)
            and not any(isinstance(next_, int) for next_ in parts[i + 1 : i + 3])
        )
        parts[place : place + 3] = [(parts[place], parts[place + 1], parts[place + 2])]
    return parts[0]


def _random_tree(rng, nodes):
    if nodes == 0:
        return None
    left = rng.randint(0, nodes - 1)
    value = rng.randint(-20, 120)
    return (value, _random_tree(rng, left), _random_tree(rng, nodes - 1 - left))


def _random_text(rng, nodes):
    parts = ["."]
    for _ in range(nodes):
        places = [place for place, part in enumerate(parts) if part == "."]
        place = rng.choice(places)
        parts[place : place + 1] = [str(rng.randint(-20, 120)), ".", "."]
    return " ".join(parts)


def growth(n):
    """A tree without gaps, so that n nodes are log n deep, and its text."""
    tree = _filled(1, n)
    return both(tree, _saved(tree))


def _filled(value, count):
    if value > count:
        return None
    return (value, _filled(2 * value, count), _filled(2 * value + 1, count))
