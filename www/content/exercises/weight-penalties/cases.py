import math

import numpy as np
from warmstart import case


def row(*values):
    return np.array(values, dtype=np.float64)


def wave(shape, phase, size=1.0):
    """Numbers up to this size that repeat nowhere, the same on every machine."""
    angles = (phase + 2.3 * i + 0.11 * i * i for i in range(math.prod(shape)))
    return np.array([size * math.sin(angle) for angle in angles]).reshape(shape)


W = row(2, 0.1, -0.1, 0, 0)
G = row(0.5, 0.3, 0.2, 0.3, -3)
B, GB = row(0.05), row(0.2)
LAYER = (wave((4, 3), 0.2), wave((3,), 0.5, 0.02), wave((4, 3), 1.3), wave((3,), 0.9))
FLAT = (row(0, 0, 0), row(0))

CASES = [
    case(
        "the table of the task",
        W,
        B,
        G,
        GB,
        0.1,
        1.0,
        0.5,
        expect=(row(1.75, 0, -0.015, 0, 0.2), row(0.03)),
    ),
    case("L1 alone", *LAYER, 0.1, 2.0),
    case("L2 alone", *LAYER, 0.1, 0.0, 0.3),
    case("no penalty", W, B, G, GB, 0.1, expect=(row(1.95, 0.07, -0.12, -0.03, 0.3), row(0.03))),
    case("both penalties on a layer", *LAYER, 0.2, 0.6, 0.4),
    case(
        "a gradient of zero, L1",
        row(1, -1, 0.04),
        row(0.01),
        *FLAT,
        0.1,
        0.5,
        expect=(row(0.95, -0.95, 0), row(0.01)),
        hidden=True,
    ),
    case(
        "a gradient of zero, L2",
        row(1, -1, 0.04),
        row(1),
        *FLAT,
        0.1,
        0.0,
        0.5,
        expect=(row(0.95, -0.95, 0.038), row(1)),
        hidden=True,
    ),
    case("a threshold above everything", *LAYER, 0.5, 100.0, 0.1, hidden=True),
    case(
        "zeros that stay and zeros that leave",
        row(0, 0, 0, 0),
        row(0),
        row(0.9, -0.9, 1.5, -1.5),
        row(0),
        0.1,
        1.0,
        expect=(row(0, 0, -0.05, 0.05), row(0)),
        hidden=True,
    ),
    case("a step across zero", row(0.2, -0.2), row(0), row(5, -5), row(1), 0.1, 1.0, hidden=True),
    case("a learning rate of zero", *LAYER, 0.0, 3.0, 3.0, hidden=True),
    case("a learning rate above 1", *LAYER, 1.5, 0.1, 0.2, hidden=True),
    case("a large bias", row(1.0), row(50.0), row(0.0), row(0.0), 0.1, 1.0, 1.0, hidden=True),
    case(
        "whole-number weights",
        np.array([3, -2, 0]),
        np.array([1]),
        np.array([1, 1, 1]),
        np.array([2]),
        0.5,
        0.5,
        0.1,
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    d, k = rng.randint(1, 5), rng.randint(1, 3)

    def normal(shape):
        places = range(math.prod(shape))
        return np.array([rng.gauss(0, 1) for _ in places]).reshape(shape)

    penalties = (rng.choice([0.0, 0.5, 3.0]), rng.choice([0.0, 0.2, 1.0]))
    rate = rng.choice([0.01, 0.1, 0.5])
    return (normal((d, k)), normal((k,)), normal((d, k)), normal((k,)), rate, *penalties)


def oracle(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    """From the definition: of all numbers, the one for which penalty and distance are cheapest.

    The sum (z − u)² / 2 + rate · l1 · |z| is a parabola on either side of zero, so its minimum is
    at one of the two vertices or at zero. All three are priced.
    """
    threshold = learning_rate * l1
    numbers = []
    for w, g in zip(weights.ravel().tolist(), grad_weights.ravel().tolist()):
        u = w - learning_rate * g - learning_rate * l2 * w
        above, below = max(u - threshold, 0.0), min(u + threshold, 0.0)
        prices = [((z - u) ** 2 / 2 + threshold * abs(z), z) for z in (above, below, 0.0)]
        numbers.append(min(prices)[1])
    offsets = [
        b - learning_rate * g for b, g in zip(bias.ravel().tolist(), grad_bias.ravel().tolist())
    ]
    return np.array(numbers).reshape(weights.shape), np.array(offsets).reshape(bias.shape)
