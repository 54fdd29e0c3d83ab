import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


CASES = [
    case("two features", np.array([1.0, 0.0]), np.array([1.0, 3.0]), np.ones(2)),
    case("a push on the middle", np.array([0.0, 1.0, 0.0]), np.array([1.0, 2.0, 3.0]), np.ones(3)),
    case("three tokens", wave(0.2, 3, 4), wave(1.3, 3, 4), np.array([1.0, 2.0, 0.5, -1.0])),
    case("a batch of sentences", wave(0.4, 2, 3, 4), wave(0.9, 2, 3, 4), np.array([1, 2, 0.5, 3])),
    case("one token in a batch", wave(0.4, 1, 1, 5), wave(0.9, 1, 1, 5), np.ones(5), hidden=True),
    case("as many tokens as features", wave(0.6, 4, 4), wave(1.9, 4, 4), np.ones(4), hidden=True),
    case("the same push everywhere", np.ones((2, 3)), wave(0.3, 2, 3), np.ones(3), hidden=True),
    case("a push along the values", wave(0.3, 2, 3), wave(0.3, 2, 3), np.ones(3), hidden=True),
    case("a gamma of zero", wave(0.3, 2, 3), wave(0.8, 2, 3), np.array([0.0, 1, 2]), hidden=True),
    case("a single feature", wave(0.3, 3, 1), wave(0.8, 3, 1), np.array([2.0]), hidden=True),
    case("wide apart", wave(0.3, 2, 4), 50 * wave(0.8, 2, 4), np.ones(4), hidden=True),
    case("a large eps", wave(0.3, 2, 4), wave(0.8, 2, 4), np.ones(4), 0.5, hidden=True),
]

GENERATED = 8


def generate(rng):
    shape = [rng.randint(1, 3) for _ in range(rng.randint(1, 2))] + [rng.randint(2, 5)]
    count = math.prod(shape)
    x, dy = (np.array([rng.gauss(0, 2) for _ in range(count)]).reshape(shape) for _ in range(2))
    return (dy, x, np.array([rng.gauss(0, 1) for _ in range(shape[-1])]), 1e-3)


def oracle(dy, x, gamma, eps=1e-5):
    """Differences of forward passes, a token at a time."""
    d, scale = x.shape[-1], gamma.tolist()
    pushes, tokens = dy.reshape(-1, d).tolist(), x.reshape(-1, d).tolist()
    dx = [
        [_slope(token, push, scale, eps, i) for i in range(d)]
        for push, token in zip(pushes, tokens)
    ]
    normal = [_normalised(token, eps) for token in tokens]
    dgamma = [math.fsum(p[i] * v[i] for p, v in zip(pushes, normal)) for i in range(d)]
    dbeta = [math.fsum(push[i] for push in pushes) for i in range(d)]
    return np.array(dx).reshape(x.shape), np.array(dgamma), np.array(dbeta)


def _slope(token, push, scale, eps, i):
    """Five-point difference: its error falls with the fourth power of the step."""
    step = 1e-3 * max(math.sqrt(eps), min(1.0, max(token) - min(token)))
    total = 0.0
    for offset, weight in ((-2, 1), (-1, -8), (1, 8), (2, -1)):
        moved = list(token)
        moved[i] += offset * step
        values = _normalised(moved, eps)
        total += weight * math.fsum(p * g * v for p, g, v in zip(push, scale, values))
    return total / (12 * step)


def _normalised(token, eps):
    mean = math.fsum(token) / len(token)
    var = math.fsum((value - mean) ** 2 for value in token) / len(token)
    return [(value - mean) / math.sqrt(var + eps) for value in token]
