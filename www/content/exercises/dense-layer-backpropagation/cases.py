import math

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def wave(shape, phase):
    """Numbers between -2 and 2 that repeat nowhere, the same on every machine."""
    places = range(math.prod(shape))
    return np.array([2 * math.sin(phase + 1.3 * i + 0.07 * i * i) for i in places]).reshape(shape)


def layer(leading, d, k, phase=0.0):
    """Arguments for a layer from d to k, with these axes before the last."""
    return (wave((*leading, k), phase + 0.2), wave((*leading, d), phase + 0.9), wave((d, k), phase))


CASES = [
    case(
        "one example",
        rows(1, -2, 4),
        rows(2, 5),
        rows([1, 0, -1], [3, 2, 0]),
        expect=(rows(-3, -1), rows([2, -4, 8], [5, -10, 20]), rows(1, -2, 4)),
    ),
    case("a batch of four", *layer((4,), 3, 2)),
    case("two sequences of three", *layer((2, 3), 4, 2)),
    case("as many inputs as outputs", *layer((3,), 3, 3)),
    case(
        "an empty batch",
        np.zeros((0, 2)),
        np.zeros((0, 3)),
        wave((3, 2), 0.4),
        expect=(np.zeros((0, 3)), np.zeros((3, 2)), np.zeros(2)),
        hidden=True,
    ),
    case("a batch of one", *layer((1,), 3, 2), hidden=True),
    case("one output", *layer((5,), 3, 1), hidden=True),
    case("one input", *layer((5,), 1, 3), hidden=True),
    case("one weight", *layer((3,), 1, 1), hidden=True),
    case("all axes of length two", *layer((2, 2), 2, 2), hidden=True),
    case("three leading axes", *layer((2, 1, 3), 2, 3), hidden=True),
    case("no sequences", np.zeros((0, 4, 2)), np.zeros((0, 4, 3)), wave((3, 2), 0.8), hidden=True),
    case(
        "the loss does not care",
        np.zeros((3, 2)),
        wave((3, 4), 0.1),
        wave((4, 2), 0.6),
        expect=(np.zeros((3, 4)), np.zeros((4, 2)), np.zeros(2)),
        hidden=True,
    ),
    case("a wide layer", *layer((6,), 12, 5), hidden=True),
    case("whole numbers", np.array([[1, -1]]), np.array([[2, 0, 3]]), np.ones((3, 2)), hidden=True),
]

GENERATED = 8


def generate(rng):
    leading = tuple(rng.randint(1, 4) for _ in range(rng.randint(0, 3)))
    return layer(leading, rng.randint(1, 5), rng.randint(1, 5), rng.uniform(0, 6))


def oracle(grad_output, x, weights):
    """Finite differences: add 1 to one number and see what grad_output · y does.

    The layer is linear in each of its arguments, so a difference is the derivative, also with a
    step of 1. The bias is zero: its value does not matter, only how y changes with it.
    """
    d, k = weights.shape
    examples = [[float(value) for value in row] for row in x.reshape(x.size // d, d)]
    pulls = [[float(value) for value in row] for row in grad_output.reshape(len(examples), k)]
    table = weights.tolist()

    def difference(change_x=None, change_weight=None, change_bias=None):
        terms = []
        for n, (row, pull) in enumerate(zip(examples, pulls)):
            for j in range(k):
                before = math.fsum(row[i] * table[i][j] for i in range(d))
                inputs = [v + ((n, i) == change_x) for i, v in enumerate(row)]
                column = [table[i][j] + ((i, j) == change_weight) for i in range(d)]
                after = math.fsum(a * b for a, b in zip(inputs, column)) + (j == change_bias)
                terms.append(pull[j] * (after - before))
        return math.fsum(terms)

    grad_x = [difference(change_x=(n, i)) for n in range(len(examples)) for i in range(d)]
    grad_weights = [[difference(change_weight=(i, j)) for j in range(k)] for i in range(d)]
    grad_bias = [difference(change_bias=j) for j in range(k)]
    return np.array(grad_x).reshape(x.shape), np.array(grad_weights), np.array(grad_bias)
