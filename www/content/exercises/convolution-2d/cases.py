import math

import numpy as np
from warmstart import case


def grid(channels, height, width):
    """1, 2, 3, … along the rows, 100 more in each further channel."""
    one = np.arange(1.0, height * width + 1).reshape(1, height, width)
    return np.concatenate([one + 100 * channel for channel in range(channels)])


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


CORNERS = np.array([[[[1.0, 0.0], [0.0, -1.0]]]])
EDGE = np.array([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]])
NONE = np.zeros(1)

CASES = [
    case("three by three", grid(1, 3, 3), CORNERS, NONE, expect=np.full((1, 2, 2), -4.0)),
    case("stride and padding", grid(1, 3, 3), CORNERS, NONE, 2, 1),
    case("an edge filter", grid(1, 5, 5), EDGE, NONE),
    case(
        "three channels, two filters",
        wave(0.1, 3, 4, 5),
        wave(0.7, 2, 3, 2, 3),
        np.array([1.0, -2.0]),
    ),
    case("the filter is as large as the image", grid(1, 3, 3), EDGE, np.array([5.0]), hidden=True),
    case(
        "one by one mixes channels",
        wave(0.2, 3, 2, 2),
        wave(0.5, 4, 3, 1, 1),
        np.zeros(4),
        hidden=True,
    ),
    case("rows and columns differ", wave(0.3, 1, 3, 7), wave(0.4, 1, 1, 2, 4), NONE, hidden=True),
    case("a stride that leaves a rest", grid(1, 6, 7), CORNERS, NONE, 3, hidden=True),
    case("padding keeps the size", grid(1, 4, 4), EDGE, NONE, 1, 1, hidden=True),
    case("more padding than filter", grid(1, 2, 2), CORNERS, np.array([0.5]), 1, 3, hidden=True),
    case(
        "an image of whole numbers",
        np.arange(9).reshape(1, 3, 3),
        CORNERS,
        np.array([0.5]),
        hidden=True,
    ),
    case(
        "a lopsided filter",
        grid(1, 3, 3),
        np.array([[[[1.0, 2.0], [3.0, 4.0]]]]),
        NONE,
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    channels, filters = rng.randint(1, 3), rng.randint(1, 3)
    tall, wide = rng.randint(1, 3), rng.randint(1, 3)
    padding = rng.randint(0, 2)
    height, width = rng.randint(tall, 6), rng.randint(wide, 6)
    arrays = [
        np.array([rng.gauss(0, 1) for _ in range(math.prod(shape))]).reshape(shape)
        for shape in ((channels, height, width), (filters, channels, tall, wide), (filters,))
    ]
    return (*arrays, rng.randint(1, 3), padding)


def oracle(image, filters, bias, stride=1, padding=0):
    """Six nested loops over plain numbers; outside the image is 0."""
    channels, height, width = image.shape
    count, _, tall, wide = filters.shape
    pixels, weights = image.tolist(), filters.tolist()

    def pixel(c, row, column):
        inside = 0 <= row < height and 0 <= column < width
        return pixels[c][row][column] if inside else 0.0

    def place(f, i, j):
        return float(bias[f]) + math.fsum(
            weights[f][c][u][v] * pixel(c, stride * i + u - padding, stride * j + v - padding)
            for c in range(channels)
            for u in range(tall)
            for v in range(wide)
        )

    rows = (height + 2 * padding - tall) // stride + 1
    columns = (width + 2 * padding - wide) // stride + 1
    return np.array(
        [[[place(f, i, j) for j in range(columns)] for i in range(rows)] for f in range(count)]
    )
