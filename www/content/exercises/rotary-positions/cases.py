import cmath
import math

import numpy as np
from warmstart import case


def rows(*numbers):
    return np.array(numbers, dtype=np.float64)


def places(*numbers):
    return np.array(numbers, dtype=np.int64)


def ripple(phase, *shape):
    """Numbers between -2 and 2 that repeat nowhere, the same on every machine."""
    numbers = [2 * math.sin(phase + 0.9 * k + 0.06 * k * k) for k in range(math.prod(shape))]
    return np.array(numbers).reshape(shape)


COS, SIN = math.cos(1), math.sin(1)

CASES = [
    case("one pair, one step", rows([1, 0]), places(1), expect=rows([COS, SIN])),
    case("the first of two pairs", rows([1, 0, 0, 0]), places(1), expect=rows([COS, 0, SIN, 0])),
    case("place 0 stays", rows([3, -1, 2, 5]), places(0), expect=rows([3, -1, 2, 5])),
    case("four tokens, three pairs", ripple(0.3, 4, 6), places(0, 1, 2, 3)),
    case(
        "the second of two pairs",
        rows([0, 1, 0, 0]),
        places(1),
        expect=rows([0, math.cos(0.01), 0, math.sin(0.01)]),
        hidden=True,
    ),
    case(
        "the second half turns back",
        rows([0, 2]),
        places(1),
        expect=rows([-2 * SIN, 2 * COS]),
        hidden=True,
    ),
    case("two heads", ripple(0.8, 2, 3, 4), places(0, 1, 2), hidden=True),
    case("a batch of heads", ripple(1.1, 2, 2, 2, 4), places(5, 6), hidden=True),
    case("a chunk far into the text", ripple(0.5, 2, 4), places(4096, 4097), hidden=True),
    case("gaps, and out of order", ripple(1.6, 4, 4), places(9, 2, 2, 40), hidden=True),
    case("a step back", ripple(0.2, 2, 2), places(-1, 1), hidden=True),
    case("another base", ripple(0.9, 3, 8), places(3, 4, 5), 100.0, hidden=True),
    case("a base of one turns all pairs alike", ripple(1.3, 2, 6), places(1, 2), 1.0, hidden=True),
    case("as many tokens as pairs", ripple(0.4, 3, 6), places(1, 2, 3), hidden=True),
    case("no tokens", np.zeros((0, 4)), np.zeros(0, dtype=np.int64), hidden=True),
]

GENERATED = 8


def generate(rng):
    n, d = rng.randint(1, 5), 2 * rng.randint(1, 4)
    shape = (n, d) if rng.random() < 0.6 else (rng.randint(1, 3), n, d)
    numbers = [rng.gauss(0, 1) for _ in range(math.prod(shape))]
    tokens = np.array([rng.randint(0, 60) for _ in range(n)], dtype=np.int64)
    return (np.array(numbers).reshape(shape), tokens, rng.choice((10000.0, 10000.0, 500.0)))


def oracle(x, places, base=10000.0):
    """Each pair as one complex number, multiplied by a power of its turn for one place."""
    d = x.shape[-1]
    turns = [cmath.exp(1j * math.exp(-2 * i / d * math.log(base))) for i in range(d // 2)]
    tokens = x.reshape(-1, d).tolist()
    turned = []
    for index, token in enumerate(tokens):
        place = int(places[index % len(places)])
        pairs = [
            complex(token[i], token[i + d // 2]) * turn**place for i, turn in enumerate(turns)
        ]
        turned.append([pair.real for pair in pairs] + [pair.imag for pair in pairs])
    return np.array(turned).reshape(x.shape)
