import random

from warmstart import case

DRILL = {("drill", "motor"): 1, ("drill", "screw"): 6}
PARTS = {("motor", "copper"): 90, ("motor", "steel"): 200, ("screw", "steel"): 3}


def named(rows):
    """A dense matrix as a dictionary: rows and columns are a, b, c…; zeros stay out."""
    letters = "abcdefgh"
    return {
        (letters[i], letters[j]): value
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
        if value
    }


CASES = [
    case("a drill", DRILL, PARTS, expect={("drill", "copper"): 90, ("drill", "steel"): 218}),
    case(
        "a refit cancels",
        {("refit", "screw"): 2, ("refit", "bolt"): -1},
        {("screw", "steel"): 3, ("bolt", "steel"): 6},
        expect={},
    ),
    case(
        "a part without materials",
        {("lamp", "bulb"): 1, ("lamp", "foot"): 1},
        {("foot", "oak"): 700, ("shade", "linen"): 40},
        expect={("lamp", "oak"): 700},
    ),
    case("nothing by something", {}, PARTS, expect={}, hidden=True),
    case("something by nothing", DRILL, {}, expect={}, hidden=True),
    case(
        "rows and columns share names",
        {("a", "b"): 2, ("b", "a"): 3},
        {("a", "b"): 5, ("b", "a"): 7},
        expect={("a", "a"): 14, ("b", "b"): 15},
        hidden=True,
    ),
    case(
        "the same keys on both sides",
        {("a", "a"): 2, ("a", "b"): 3},
        {("a", "a"): 4, ("a", "b"): 5},
        expect={("a", "a"): 8, ("a", "b"): 10},
        hidden=True,
    ),
    case(
        "zeros that were stored",
        {("x", "p"): 0, ("x", "q"): 4},
        {("p", "iron"): 9, ("q", "iron"): 0, ("q", "tin"): 1},
        expect={("x", "tin"): 4},
        hidden=True,
    ),
    case("two by two", named([[1, 2], [3, 4]]), named([[5, 6], [7, 8]]), hidden=True),
    case("not the other way round", named([[0, 1], [0, 0]]), named([[0, 0], [1, 0]]), hidden=True),
    case("a row by a column", named([[1, 2, 3]]), named([[4], [5], [-6]]), hidden=True),
    case("a column by a row", named([[1], [-2]]), named([[3, 0, 4]]), hidden=True),
    case(
        "cancelled, then counted again",
        {("m", "p"): 1, ("m", "q"): -1, ("m", "r"): 1},
        {("p", "zinc"): 5, ("q", "zinc"): 5, ("r", "zinc"): 8},
        expect={("m", "zinc"): 8},
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """Few labels and small values: many meet, many sums cancel, some zeros are stored."""
    labels = "abcde"[: rng.randint(2, 5)]
    return scattered(rng, labels), scattered(rng, labels)


def scattered(rng, labels):
    keys = [(i, j) for i in labels for j in labels if rng.random() < 0.45]
    return {key: rng.randint(-2, 2) for key in keys}


def oracle(left, right):
    """The definition: each cell of the result, each label in the middle."""
    middle = {k for _, k in left}
    cells = {
        (i, j): sum(left.get((i, k), 0) * right.get((k, j), 0) for k in middle)
        for i in {row for row, _ in left}
        for j in {column for _, column in right}
    }
    return {cell: total for cell, total in cells.items() if total}


def growth(n):
    rng = random.Random(n)
    left = {(f"m{i}", f"p{i % (n // 2)}"): rng.randint(1, 9) for i in range(n)}
    right = {(f"p{i % (n // 2)}", f"g{i}"): rng.randint(1, 9) for i in range(n)}
    return left, right
