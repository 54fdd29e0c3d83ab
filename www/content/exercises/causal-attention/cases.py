import math

import numpy as np
from warmstart import calls, case


def wave(rows, columns, phase, scale=1.0):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    numbers = [math.sin(phase + 1.3 * k + 0.07 * k * k) for k in range(rows * columns)]
    return scale * np.array(numbers).reshape(rows, columns)


def column(*numbers):
    return np.array(numbers, dtype=np.float64).reshape(-1, 1)


def text(chunks, width=3, d=4, v=2, phase=0.2, scale=1.0):
    """A head that reads chunks of these sizes; a chunk ("rewind", k) keeps k tokens."""
    weights = [wave(width, size, phase + size + k, scale) for k, size in enumerate((d, d, v))]
    script, read = calls(*weights), 0
    for chunk in chunks:
        if isinstance(chunk, tuple):
            script = script(*chunk)
        else:
            script = script("extend", wave(chunk, width, phase + 2.9 * read))
            read += chunk
    return script


ONE = column(1)

# Two tokens with the values 0 and 2: the second has scores 0 and 4.
SECOND = 2 * math.exp(4) / (1 + math.exp(4))

CASES = [
    case(
        "by hand",
        calls(ONE, ONE, ONE)("extend", column(0, 2))("extend", column(0))("rewind", 1)(
            "extend", column(0)
        ),
        expect=[column(0, SECOND), column(2 / 3), None, column(0)],
    ),
    case("a prompt, then one at a time", text([4, 1, 1, 1])),
    case("the whole text at once", text([6], phase=0.9)),
    case("a second chunk of three", text([3, 3], phase=0.5)),
    case("the first token alone", text([1]), hidden=True),
    case("one at a time from the start", text([1, 1, 1, 1, 1], phase=1.4), hidden=True),
    case("three chunks of two", text([2, 2, 2], d=1, phase=1.1), hidden=True),
    case("a draft of four, two accepted", text([3, 4, ("rewind", 5), 1, 1]), hidden=True),
    case("back to an empty text", text([3, ("rewind", 0), 2, 1]), hidden=True),
    case("a rewind that keeps all", text([3, ("rewind", 3), 2], phase=0.7), hidden=True),
    case("two rewinds", text([5, ("rewind", 4), ("rewind", 2), 2, 1]), hidden=True),
    case("scores in the thousands", text([3, 1, 2], phase=0.4, scale=60.0), hidden=True),
    case("wide keys", text([2, 2, 1], width=2, d=25, v=1), hidden=True),
    case(
        "the newest token stands out",
        calls(ONE, ONE, ONE)("extend", column(1))("extend", column(30))("extend", column(1, 30)),
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    width, d, v = (rng.randint(1, 4) for _ in range(3))
    script = calls(*(_normal(rng, width, size) for size in (d, d, v)))
    held = 0
    for _ in range(rng.randint(1, 5)):
        if held and rng.random() < 0.3:
            held = rng.randint(0, held)
            script = script("rewind", held)
        chunk = rng.choice((1, 1, 2, 3, 5))
        script = script("extend", _normal(rng, chunk, width))
        held += chunk
    return script


def oracle(script):
    """Keeps the tokens only, and works out each row of the whole text in plain Python."""
    w_query, w_key, w_value = (weights.tolist() for weights in script.construct)
    tokens, answers = [], []
    for method, (argument,) in script.steps:
        if method == "rewind":
            tokens = tokens[:argument]
            answers.append(None)
            continue
        before = len(tokens)
        tokens = tokens + argument.tolist()
        rows = [
            _attend(tokens[: place + 1], w_query, w_key, w_value)
            for place in range(before, len(tokens))
        ]
        answers.append(np.array(rows))
    return answers


def _attend(tokens, w_query, w_key, w_value):
    """What the last token gets from all of these."""
    query = _times(tokens[-1], w_query)
    keys = [_times(token, w_key) for token in tokens]
    values = [_times(token, w_value) for token in tokens]
    scores = [_dot(query, key) / math.sqrt(len(query)) for key in keys]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [_dot(powers, list(part)) / math.fsum(powers) for part in zip(*values)]


def _times(row, matrix):
    return [_dot(row, list(part)) for part in zip(*matrix)]


def _dot(a, b):
    return math.fsum(x * y for x, y in zip(a, b))


def _normal(rng, rows, columns):
    return np.array([[rng.gauss(0, 1) for _ in range(columns)] for _ in range(rows)])


def growth(n):
    return text([1] * n, width=2, d=2, v=2)
