import math

import numpy as np
from warmstart import calls, case


def ripple(rows, columns, phase, scale=1.0):
    """Numbers that repeat nowhere, the same on every machine."""
    numbers = [math.sin(phase + 1.1 * k + 0.09 * k * k) for k in range(rows * columns)]
    return scale * np.array(numbers).reshape(rows, columns)


def rows(*numbers):
    return np.array(numbers, dtype=np.float64)


def layer(outputs, inputs, rank, alpha, steps, phase=0.4, size=1.0):
    """A layer of these sizes; a step is a method's name, or how many examples go forward."""
    weight = ripple(outputs, inputs, phase)
    down, up = ripple(rank, inputs, phase + 1, size), ripple(outputs, rank, phase + 2, size)
    script = calls(weight, down, up, alpha)
    for number, step in enumerate(steps):
        if isinstance(step, str):
            script = script(step)
        else:
            script = script("forward", ripple(step, inputs, phase + 3 + number))
    return script


BY_HAND = calls(rows([1, 2]), rows([1, 1], [0, 1]), rows([3, 0]), 4)
FRESH = calls(rows([2, 0], [0, 3]), rows([1, -1]), np.zeros((2, 1)), 8)

CASES = [
    case(
        "by hand",
        BY_HAND("forward", rows([1, 1]))("merge")("merge")("forward", rows([1, 1]))("unmerge"),
        expect=[rows([15]), rows([7, 8]), rows([7, 8]), rows([15]), rows([1, 2])],
    ),
    case(
        "a fresh adapter changes nothing",
        FRESH("forward", rows([1, 1]))("merge"),
        expect=[rows([2, 3]), rows([2, 0], [0, 3])],
    ),
    case("three examples, rank two", layer(4, 3, 2, 16, [3])),
    case("merge, forward, unmerge, forward", layer(3, 4, 2, 3, ["merge", 2, "unmerge", 2], 0.9)),
    case("unmerged before it was merged", layer(2, 3, 1, 2, ["unmerge", 2], 1.2), hidden=True),
    case(
        "merged twice, unmerged once",
        layer(3, 3, 2, 5, ["merge", "merge", "unmerge", 1]),
        hidden=True,
    ),
    case("unmerged twice", layer(2, 2, 1, 3, ["merge", "unmerge", "unmerge", 1]), hidden=True),
    case("alpha equals the rank", layer(3, 5, 4, 4, [2, "merge"], 1.5), hidden=True),
    case("alpha is no whole number", layer(2, 3, 4, 0.5, [2, "merge"], 0.7), hidden=True),
    case("rank one", layer(5, 2, 1, 8, [1, "merge", 1], 2.0), hidden=True),
    case("a rank above both sizes", layer(2, 2, 5, 1, [2, "merge"], 1.1), hidden=True),
    case("square: as many inputs as outputs", layer(3, 3, 3, 2, [3, "merge"], 0.2), hidden=True),
    case("there and back five times", layer(2, 3, 2, 4, ["merge", "unmerge"] * 5), hidden=True),
    case(
        "the adapter outweighs the weights",
        layer(2, 4, 2, 64, [1, "merge", 1], 1.8, 9.0),
        hidden=True,
    ),
    case("no adapter to speak of: alpha 0", layer(3, 2, 2, 0, [2, "merge", 2]), hidden=True),
]

GENERATED = 8


def generate(rng):
    outputs, inputs, rank = rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 3)
    script = calls(
        _normal(rng, outputs, inputs),
        _normal(rng, rank, inputs),
        _normal(rng, outputs, rank),
        rng.choice((1, 2, 8, 16, 0.5)),
    )
    for _ in range(rng.randint(1, 6)):
        step = rng.choice(("forward", "forward", "merge", "unmerge"))
        if step == "forward":
            script = script(step, _normal(rng, rng.randint(1, 3), inputs))
        else:
            script = script(step)
    return script


def oracle(script):
    """No state: `forward` adds up base and adapter, whatever was merged before."""
    weight, down, up, alpha = script.construct
    rank = down.shape[0]
    weight, down, up = weight.tolist(), down.tolist(), up.tolist()
    full = [
        [
            w + math.fsum(alpha * up[o][k] * down[k][i] for k in range(rank)) / rank
            for i, w in enumerate(row)
        ]
        for o, row in enumerate(weight)
    ]
    answers = []
    for method, arguments in script.steps:
        if method == "forward":
            examples = arguments[0].tolist()
            answer = [[math.fsum(map(_times, x, row)) for row in full] for x in examples]
        else:
            answer = full if method == "merge" else weight
        answers.append(np.array(answer))
    return answers


def _times(a, b):
    return a * b


def _normal(rng, height, width):
    return np.array([[rng.gauss(0, 1) for _ in range(width)] for _ in range(height)])
