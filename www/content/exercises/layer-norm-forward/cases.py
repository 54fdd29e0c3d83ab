import math

import numpy as np
from warmstart import case


def wave(*shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    return np.array([math.sin(0.3 + 1.7 * i + 0.05 * i * i) for i in range(count)]).reshape(shape)


def plain(d):
    return np.ones(d), np.zeros(d)


CASES = [
    case("one token", np.array([1.0, 2.0, 3.0, 4.0]), *plain(4)),
    case(
        "two tokens on different scales",
        np.array([[1.0, 3.0], [100.0, 300.0]]),
        *plain(2),
    ),
    case(
        "scale and shift",
        wave(3, 4),
        np.array([1.0, 2.0, 0.5, -1.0]),
        np.array([0.0, 1.0, 0.0, 3.0]),
    ),
    case("sentences of tokens", wave(2, 3, 4), np.array([1.0, 2.0, 0.5, -1.0]), np.zeros(4)),
    case(
        "as many tokens as features",
        wave(4, 4),
        np.array([1.0, 2.0, 3.0, 4.0]),
        np.zeros(4),
        hidden=True,
    ),
    case(
        "all features alike",
        np.full((2, 3), 7.0),
        np.ones(3),
        np.array([0.5, 1.0, 1.5]),
        hidden=True,
    ),
    case("a single feature", wave(3, 1), np.array([2.0]), np.array([1.0]), hidden=True),
    case("far from zero", wave(2, 4) + 1000.0, *plain(4), hidden=True),
    case("very small values", 1e-3 * wave(2, 4), *plain(4), hidden=True),
    case("a large eps", wave(2, 4), *plain(4), 0.5, hidden=True),
    case("heads as well", wave(2, 2, 3, 4), *plain(4), hidden=True),
    case("whole numbers", np.array([[1, 2, 6], [0, 0, 9]]), *plain(3), hidden=True),
]

GENERATED = 8


def generate(rng):
    shape = [rng.randint(1, 4) for _ in range(rng.randint(0, 2))] + [rng.randint(1, 6)]
    x = np.array([rng.gauss(2, 3) for _ in range(math.prod(shape))]).reshape(shape)
    gamma, beta = (np.array([rng.gauss(0, 1) for _ in range(shape[-1])]) for _ in range(2))
    return (x, gamma, beta)


def oracle(x, gamma, beta, eps=1e-5):
    """A token at a time, in plain numbers."""
    scale, shift, d = gamma.tolist(), beta.tolist(), x.shape[-1]
    flat = [float(value) for value in x.reshape(-1).tolist()]
    written = []
    for start in range(0, len(flat), d):
        token = flat[start : start + d]
        mean = math.fsum(token) / d
        var = math.fsum((value - mean) ** 2 for value in token) / d
        root = math.sqrt(var + eps)
        written += [g * (v - mean) / root + b for v, g, b in zip(token, scale, shift)]
    return np.array(written).reshape(x.shape)
