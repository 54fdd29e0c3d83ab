import math

import numpy as np
from warmstart import case


def ripple(rows, columns, phase):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    numbers = [math.cos(phase + 0.8 * k + 0.11 * k * k) for k in range(rows * columns)]
    return np.array(numbers).reshape(rows, columns)


def layer(n, d, heads, phase=0.3, scale=1.0):
    """Arguments for a layer of these sizes."""
    matrices = [scale * ripple(d, d, phase + k) for k in range(1, 4)]
    return (ripple(n, d, phase), *matrices, ripple(d, d, phase + 4), heads)


def plain(x, heads):
    """All four matrices are the identity."""
    x = np.array(x, dtype=np.float64)
    return (x, *(np.eye(x.shape[1]) for _ in range(4)), heads)


def only_mixing(d, heads):
    """No head has a preference, so each token gets the mean, mixed by the output matrix."""
    x, zero = ripple(4, d, 0.7), np.zeros((d, d))
    return (x, zero, zero, np.eye(d), ripple(d, d, 2.2), heads)


CASES = [
    case("two heads by hand", *plain([[1, 0], [0, 2]], 2)),
    case("one head by hand", *plain([[1, 0], [0, 2]], 1)),
    case("three tokens, two heads of two", *layer(3, 4, 2)),
    case("no preference", *only_mixing(4, 2)),
    case("two tokens, three heads of two", *layer(2, 6, 3, 0.9), hidden=True),
    case("six tokens, two heads of three", *layer(6, 6, 2, 1.7), hidden=True),
    case("as many tokens as columns", *layer(4, 4, 2, 2.1), hidden=True),
    case("heads of width one", *layer(3, 4, 4, 0.4), hidden=True),
    case("one head is plain attention", *layer(4, 3, 1, 1.2), hidden=True),
    case("one token alone", *layer(1, 4, 2, 0.6), hidden=True),
    case("eight heads", *layer(3, 8, 8, 0.5), hidden=True),
    case("a head of width sixteen", *layer(3, 32, 2, 1.5), hidden=True),
    case("scores in the thousands", *layer(4, 4, 2, 0.8, 60.0), hidden=True),
    case("equal tokens", *plain([[1, 2, 3, 4]] * 3, 2), hidden=True),
]

GENERATED = 8


def generate(rng):
    heads, width, n = rng.randint(1, 3), rng.randint(1, 3), rng.randint(1, 5)
    d = heads * width
    shapes = [(n, d)] + [(d, d)] * 4
    return (*(_normal(rng, *shape) for shape in shapes), heads)


def oracle(x, w_query, w_key, w_value, w_output, heads):
    """Head by head and number by number; each head adds its part through its rows of w_output."""
    x, out = x.tolist(), w_output.tolist()
    query, key, value = (_product(x, w.tolist()) for w in (w_query, w_key, w_value))
    width = len(out) // heads
    weights, mixed = [], [[] for _ in x]
    for head in range(heads):
        block = range(head * width, (head + 1) * width)
        table = [_shares(row, key, block) for row in query]
        weights.append(table)
        for shares, parts in zip(table, mixed):
            parts.extend(math.fsum(s * row[c] for s, row in zip(shares, value)) for c in block)
    return np.array(_product(mixed, out)), np.array(weights)


def _shares(query, keys, block):
    """The softmax of one query's scores, over these columns only."""
    scores = [math.fsum(query[c] * key[c] for c in block) / math.sqrt(len(block)) for key in keys]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / math.fsum(powers) for power in powers]


def _product(a, b):
    return [[math.fsum(u * v for u, v in zip(row, part)) for part in zip(*b)] for row in a]


def _normal(rng, rows, columns):
    return np.array([[rng.gauss(0, 0.9) for _ in range(columns)] for _ in range(rows)])
