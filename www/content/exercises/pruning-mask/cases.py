import math

import numpy as np
from warmstart import case


def weights(*numbers):
    return np.array(numbers, dtype=np.float64)


def mask(text):
    """A mask from T and F; a blank begins a new row."""
    rows = [[letter == "T" for letter in row] for row in text.split()]
    return np.array(rows if len(rows) > 1 else rows[0])


def ripple(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    numbers = [math.sin(phase + 1.9 * k + 0.13 * k * k) for k in range(math.prod(shape))]
    return np.array(numbers).reshape(shape)


TWO = [weights([3, -1], [0.5, -4]), weights(-0.2, 2)]
HUNDRED = [weights(*range(1, 101))]

CASES = [
    case("half of two layers", TWO, 0.5, expect=[mask("TF FT"), mask("FT")]),
    case("all equal in size", [weights(1, -1, 1, 1)], 0.5, expect=[mask("FFTT")]),
    case(
        "one layer loses all",
        [weights(5, 6), weights(1, 2)],
        0.5,
        expect=[mask("TT"), mask("FF")],
    ),
    case("a third", [ripple(0.4, 3, 4), ripple(1.7, 6)], 1 / 3),
    case("nothing goes", TWO, 0, expect=[mask("TT TT"), mask("TT")], hidden=True),
    case("everything goes", TWO, 1.0, expect=[mask("FF FF"), mask("FF")], hidden=True),
    case("29 of 100, though 0.29 · 100 is a little less", HUNDRED, 0.29, hidden=True),
    case("2.5 of 5 is 2", [weights(5, 1, 4, 2, 3)], 0.5, expect=[mask("TFTFT")], hidden=True),
    case("3.5 of 7 is 4", [weights(7, 6, 5, 4), weights(3, 2, 1)], 0.5, hidden=True),
    case("large and negative", [weights(-9, 1, -8, 2)], 0.5, expect=[mask("TFTF")], hidden=True),
    case(
        "equals in two layers",
        [weights(2, 1), weights(1, -1, 3)],
        0.4,
        expect=[mask("TF"), mask("FTT")],
        hidden=True,
    ),
    case("zeros, and more of them than go", [weights(0, 0, 4, 0), weights(0, 0)], 0.5, hidden=True),
    case("equals in two rows", [weights([1, 2], [1, 1])], 0.5, hidden=True),
    case("a kernel with four axes", [ripple(0.9, 2, 2, 3, 3), ripple(0.1, 2)], 0.8, hidden=True),
    case("very different scales", [0.01 * ripple(0.3, 4, 4), ripple(2.2, 3)], 0.6, hidden=True),
    case(
        "an empty layer between two",
        [weights(1, 4), np.zeros((0, 3)), weights(2, 3)],
        0.5,
        hidden=True,
    ),
    case("no layers", [], 0.5, expect=[], hidden=True),
    case("a transposed layer", [np.arange(6.0).reshape(2, 3).T, weights(1, 2)], 0.5, hidden=True),
    case("many equals, one step apart", [weights(*([0.5, 0.25] * 20))], 0.7, hidden=True),
]

GENERATED = 10


def generate(rng):
    layers = []
    for _ in range(rng.randint(1, 4)):
        shape = [rng.randint(1, 4) for _ in range(rng.randint(1, 3))]
        count = math.prod(shape)
        if rng.random() < 0.5:
            numbers = [rng.randint(-3, 3) / 2 for _ in range(count)]
        else:
            numbers = [rng.gauss(0, 1) for _ in range(count)]
        layers.append(np.array(numbers, dtype=np.float64).reshape(shape))
    return (layers, rng.choice((0.1, 0.25, 0.5, 0.75, 0.9, rng.random())))


def oracle(layers, sparsity):
    """Asks of each weight how many go before it; nothing is sorted."""
    sizes = [abs(weight) for layer in layers for weight in layer.ravel().tolist()]
    removed = round(sparsity * len(sizes))
    stays = [
        sum(other < size for other in sizes) + sizes[:place].count(size) >= removed
        for place, size in enumerate(sizes)
    ]
    masks = []
    for layer in layers:
        masks.append(np.array(stays[: layer.size], dtype=bool).reshape(layer.shape))
        stays = stays[layer.size :]
    return masks
