import math

import numpy as np
from warmstart import case


def bytes_of(*rows):
    return np.array(rows, dtype=np.uint8)


def checkered(height, width):
    """Every pixel black or white against its neighbours: as sharp as a picture can be."""
    return np.array([[255 * ((i + j) % 2) for j in range(width)] for i in range(height)], np.uint8)


def wave(height, width, step):
    return np.array(
        [[math.sin(step * i) + math.cos(step * j) for j in range(width)] for i in range(height)]
    )


DOT = bytes_of([0, 0, 0, 0], [0, 9, 0, 0], [0, 0, 0, 0])

CASES = [
    case("all alike", np.full((3, 3), 9, np.uint8), expect=0.0),
    case("one bright dot", DOT, expect=506.25),
    case("a sharp edge", bytes_of(*[[0, 0, 0, 200, 200, 200]] * 4), expect=20000.0),
    case("the same edge, blurred", bytes_of(*[[0, 40, 80, 120, 160, 200]] * 4), expect=0.0),
    case("a chessboard of bytes", checkered(5, 6), hidden=True),
    case("the same in floats", checkered(5, 6).astype(np.float64), hidden=True),
    case(
        "one pixel that counts",
        bytes_of([1, 2, 3], [4, 250, 6], [7, 8, 9]),
        expect=0.0,
        hidden=True,
    ),
    case(
        "bright on the border only",
        bytes_of([255, 0, 255, 0], [0, 0, 0, 0], [0, 0, 0, 0], [9, 0, 0, 255]),
        hidden=True,
    ),
    case("higher than wide", wave(9, 4, 0.7), hidden=True),
    case("wider than high", wave(3, 11, 0.7), hidden=True),
    case("a slow wave", wave(8, 8, 0.1), hidden=True),
    case("small floats", 1e-3 * wave(6, 6, 1.1), hidden=True),
]

GENERATED = 8


def generate(rng):
    height, width = rng.randint(3, 8), rng.randint(3, 8)
    if rng.random() < 0.6:
        values = [[rng.randint(0, 255) for _ in range(width)] for _ in range(height)]
        return (np.array(values, dtype=np.uint8),)
    return (np.array([[rng.gauss(0, 1) for _ in range(width)] for _ in range(height)]),)


def oracle(image):
    """Pixel by pixel in plain numbers."""
    pixels = image.tolist()
    bends = [
        pixels[i - 1][j] + pixels[i + 1][j] + pixels[i][j - 1] + pixels[i][j + 1] - 4 * pixels[i][j]
        for i in range(1, len(pixels) - 1)
        for j in range(1, len(pixels[0]) - 1)
    ]
    mean = math.fsum(bends) / len(bends)
    return math.fsum((bend - mean) ** 2 for bend in bends) / len(bends)
