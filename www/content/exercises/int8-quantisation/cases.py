from fractions import Fraction

import numpy as np
from warmstart import case


def row(*numbers):
    return np.array(numbers, dtype=np.float64)


def expected(levels, scale, zero_point, restored):
    return np.array(levels, dtype=np.int8), float(scale), zero_point, row(*restored)


MIXED = row(-30, -27, 0, 0.5, 1.5, 100.4, 228, 1000)

CASES = [
    case(
        "steps of one",
        MIXED,
        -27,
        228,
        expect=expected(
            [-128, -128, -101, -101, -99, -1, 127, 127],
            1,
            -101,
            [-27, -27, 0, 0, 2, 100, 228, 228],
        ),
    ),
    case("after a ReLU: nothing below 0", row(0, 0.013, 1.7, 5.99, 6.0), 0.0, 6.0),
    case(
        "a range that misses 0",
        row(0, 255, 510, 600),
        255,
        510,
        expect=expected([-128, 0, 127, 127], 2, -128, [0, 256, 510, 510]),
    ),
    case("two axes", row(-0.71, 0.02, 1.3, 0.94, -0.33, 0.48).reshape(2, 3), -0.8, 1.4),
    case("halves, the zero point odd", row(0.5, 1.5, 2.5, -0.5, -1.5), -27, 228, hidden=True),
    case("halves, the zero point even", row(0.5, 1.5, 2.5, -0.5, -1.5), -28, 227, hidden=True),
    case("the range below 0", row(-3.3, -1.01, 0, 2), -3.4, -1.2, hidden=True),
    case("far outside the range", row(-1e6, 1e6, 1e300, -1e300), -1.0, 1.0, hidden=True),
    case("one step past each end", row(-28, 229), -27, 228, hidden=True),
    case(
        "a range of nothing",
        row(0, 0.4, 300, -2),
        0.0,
        0.0,
        expect=expected([-128, -128, 127, -128], 1, -128, [0, 0, 255, 0]),
        hidden=True,
    ),
    case("zero stays zero", row(0, 0, 0), -0.37, 1.91, hidden=True),
    case("a symmetric range", row(-1.27, -0.011, 0, 0.011, 1.28), -1.275, 1.275, hidden=True),
    case("tiny activations", row(1e-7, 3.3e-7, -2.1e-7), -4e-7, 6e-7, hidden=True),
    case("an outlier widens the steps", row(0.1, -0.2, 0.31, 59.0), -1.0, 60.0, hidden=True),
    case("three axes", np.linspace(-2, 3, 24).reshape(2, 3, 4), -1.9, 2.7, hidden=True),
    case("no numbers", np.zeros((0, 3)), -1.0, 1.0, hidden=True),
]

GENERATED = 10


def generate(rng):
    size = rng.randint(1, 12)
    spread = 10 ** rng.uniform(-3, 3)
    numbers = [rng.gauss(0.3, 1) * spread for _ in range(size)]
    return (row(*numbers), -rng.uniform(0, 2) * spread, rng.uniform(0, 2) * spread)


def oracle(x, low, high):
    """One number at a time in Python's integers; `round` of a fraction takes halves to even."""
    low, high = min(float(low), 0.0), max(float(high), 0.0)
    scale = (high - low) / 255 or 1.0
    zero_point = round(Fraction(-128) - Fraction(low / scale))
    levels = [
        max(-128, min(127, round(Fraction(value / scale)) + zero_point))
        for value in x.ravel().tolist()
    ]
    restored = [float(scale * (level - zero_point)) for level in levels]
    return (
        np.array(levels, dtype=np.int8).reshape(x.shape),
        scale,
        zero_point,
        np.array(restored, dtype=np.float64).reshape(x.shape),
    )
