import math
import random

from warmstart import calls, case


def run(beta, values):
    """An average with this beta that is fed with these values."""
    script = calls(beta)
    for value in values:
        script = script("update", value)
    return script


CASES = [
    case(
        "the loss of four steps",
        run(0.9, [4.0, 3.0, None, 3.2]),
        expect=[4.0, 0.66 / 0.19, 0.66 / 0.19, 0.914 / 0.271],
    ),
    case("a constant stays itself", run(0.99, [2.5] * 6), expect=[2.5] * 6),
    case("half of the rest", run(0.5, [8, 2, 5]), expect=[8.0, 4.0, 32 / 7]),
    case("nothing yet", run(0.9, [None, None, 7.0]), expect=[None, None, 7.0]),
    case("beta 0 has no memory", run(0, [3, -1, None, 4]), expect=[3, -1, -1, 4], hidden=True),
    case("a loss of zero is a loss", run(0.8, [0.0, 5.0, 0, 5.0]), hidden=True),
    case("skipped steps in a row", run(0.7, [2.0, None, None, None, 1.0, None]), hidden=True),
    case("a very long memory", run(0.9999, [1.0, 3.0, 2.0, 9.0, 4.0]), hidden=True),
    case("a spike fades", run(0.6, [1, 1, 100, 1, 1, 1, 1]), hidden=True),
    case("below zero", run(0.9, [-4.0, 2.0, -6.0, 1.0]), hidden=True),
    case("two hundred steps", run(0.95, [math.sin(t) + 3 for t in range(200)]), hidden=True),
    case("only skipped steps", run(0.5, [None] * 4), expect=[None] * 4, hidden=True),
    case("one value", run(0.999, [0.125]), expect=[0.125], hidden=True),
]

GENERATED = 8


def generate(rng):
    beta = rng.choice([0.0, 0.3, 0.9, 0.98, round(rng.uniform(0, 0.999), 3)])
    values = [round(rng.gauss(2, 3), 4) for _ in range(rng.randint(1, 40))]
    return run(beta, [None if rng.random() < 0.15 else value for value in values])


def oracle(script):
    """The weighted mean of all values so far; a weight is beta to the power of the age."""
    (beta,) = script.construct
    values, answers = [], []
    for _, (value,) in script.steps:
        if value is not None:
            values.append(value)
        weights = [beta**age for age in range(len(values))][::-1]
        above = math.fsum(w * x for w, x in zip(weights, values))
        answers.append(above / math.fsum(weights) if values else None)
    return answers


def growth(n):
    rng = random.Random(n)
    return run(0.98, [rng.uniform(1, 3) for _ in range(n)])
