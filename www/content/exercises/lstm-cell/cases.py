import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


def cell(steps, inputs, hidden, phase=0.1, scale=1.0):
    """Arguments for a cell of these sizes."""
    return (
        wave(phase, steps, inputs),
        wave(phase + 1, hidden),
        wave(phase + 2, hidden),
        scale * wave(phase + 3, 4 * hidden, inputs + hidden),
        wave(phase + 4, 4 * hidden),
    )


def gates(*bias, steps=1):
    """One unit without weights: the biases alone open and close its gates."""
    one = np.array([0.0]), np.array([2.0])
    return np.ones((steps, 1)), *one, np.zeros((4, 2)), np.array(bias, dtype=np.float64)


CASES = [
    case("every gate half open", *gates(0, 0, 0, 0)),
    case("keep and show", *gates(-1000, 1000, 0, 1000)),
    case("three steps, three units", *cell(3, 2, 3)),
    case("six steps, two units", *cell(6, 3, 2, 0.8)),
    case(
        "no step at all",
        np.zeros((0, 2)),
        wave(0.1, 3),
        wave(0.2, 3),
        wave(0.3, 12, 5),
        wave(0.4, 12),
        hidden=True,
    ),
    case("forget everything", *gates(-1000, -1000, 0, 1000), hidden=True),
    case("write the candidate", *gates(1000, -1000, 1, 1000), hidden=True),
    case("hold, but do not show", *gates(-1000, 1000, 0, -1000), hidden=True),
    case("counting to ten", *gates(1000, 1000, 1000, 1000, steps=10), hidden=True),
    case("one unit, three inputs", *cell(4, 3, 1, 1.7), hidden=True),
    case("large weights", *cell(4, 2, 3, 0.5, 400.0), hidden=True),
    case("twenty steps", *cell(20, 2, 3, 2.2), hidden=True),
]

GENERATED = 8


def generate(rng):
    steps, inputs, n = rng.randint(1, 5), rng.randint(1, 3), rng.randint(1, 3)
    shapes = ((steps, inputs), (n,), (n,), (4 * n, inputs + n), (4 * n,))
    return tuple(
        np.array([rng.gauss(0, 1) for _ in range(math.prod(shape))]).reshape(shape)
        for shape in shapes
    )


def oracle(x, h0, c0, weights, bias):
    """One unit at a time, in plain numbers."""
    rows, shift, n = weights.tolist(), bias.tolist(), len(h0)
    h, c, states = h0.tolist(), c0.tolist(), []
    for observed in x.tolist():
        seen = observed + h
        z = [b + math.fsum(w * v for w, v in zip(row, seen)) for row, b in zip(rows, shift)]
        c = [_sigmoid(z[n + k]) * c[k] + _sigmoid(z[k]) * math.tanh(z[2 * n + k]) for k in range(n)]
        h = [_sigmoid(z[3 * n + k]) * math.tanh(c[k]) for k in range(n)]
        states.append(h)
    return np.array(states).reshape(len(x), n), np.array(h), np.array(c)


def _sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0
