import cmath
import math

import numpy as np
from warmstart import case

CASES = [
    case("three places, two pairs", 3, 4),
    case("sixteen places, eight pairs", 16, 16),
    case("an odd width", 4, 5),
    case("a chunk that starts later", 2, 6, 100),
    case("place 0", 1, 6, expect=np.array([[0.0, 1.0, 0.0, 1.0, 0.0, 1.0]]), hidden=True),
    case("no places", 0, 4, expect=np.zeros((0, 4)), hidden=True),
    case("one column", 3, 1, hidden=True),
    case("one pair", 5, 2, hidden=True),
    case("three columns", 4, 3, 7, hidden=True),
    case("another base", 6, 8, 0, 100.0, hidden=True),
    case(
        "a base of one: all pairs alike",
        1,
        4,
        1,
        1.0,
        expect=np.array([[math.sin(1), math.cos(1)] * 2]),
        hidden=True,
    ),
    case("an hour of frames later", 2, 8, 360000, hidden=True),
    case("wide", 2, 64, 3, hidden=True),
]

GENERATED = 8


def generate(rng):
    first, base = rng.choice((0, 0, 1, 50, 4096)), rng.choice((10000.0, 10000.0, 500.0, 1e6))
    return (rng.randint(1, 6), rng.randint(1, 12), first, base)


def oracle(count, width, first=0, base=10000.0):
    """Each pair is a pointer of length 1 that is turned on by one step for each place."""
    steps = [
        cmath.exp(1j * math.exp(-2 * pair / width * math.log(base)))
        for pair in range((width + 1) // 2)
    ]
    pointers = [step**first for step in steps]  # by repeated squaring
    rows = []
    for _ in range(count):
        row = [part for pointer in pointers for part in (pointer.imag, pointer.real)]
        rows.append(row[:width])
        pointers = [pointer * step for pointer, step in zip(pointers, steps)]
    return np.array(rows).reshape(count, width)
