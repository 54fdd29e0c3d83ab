import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


def sine(n, runs, degree, level=0.5):
    """A sine between -1 and 1, seen with noise at n places and tested between them."""
    x, x_test = np.linspace(-1, 1, n), np.linspace(-0.9, 0.9, 7)
    return (x, np.sin(3 * x), level * wave(0.3, runs, n), degree, x_test, np.sin(3 * x_test))


FLAT, BENT = np.full(3, 2.0), np.array([1.0, 0.0, 1.0])
THREE = np.array([-1.0, 0.0, 1.0])
MIDDLE = np.array([0.0])

CASES = [
    case(
        "a constant, half the time off by three",
        THREE,
        FLAT,
        np.array([[0.0, 0, 0], [3, 3, 3]]),
        0,
        MIDDLE,
        np.array([2.0]),
        expect=(2.25, 2.25, 4.5),
    ),
    case(
        "a line through a bend",
        THREE,
        BENT,
        np.zeros((1, 3)),
        1,
        MIDDLE,
        np.array([0.0]),
        expect=(4 / 9, 0.0, 4 / 9),
    ),
    case("a sine and a line", *sine(10, 12, 1)),
    case("a sine and degree seven", *sine(10, 12, 7)),
    case("a sine and degree three", *sine(10, 12, 3), hidden=True),
    case("no noise", *sine(8, 3, 3, 0.0), hidden=True),
    case("one run", *sine(8, 1, 2), hidden=True),
    case("two runs", *sine(8, 2, 2), hidden=True),
    case("through every point", *sine(5, 6, 4), hidden=True),
    case("a constant", *sine(6, 5, 0), hidden=True),
    case(
        "one training point",
        np.array([0.5]),
        np.array([1.0]),
        np.array([[1.0], [-3.0]]),
        0,
        MIDDLE,
        np.array([0.0]),
        hidden=True,
    ),
    case(
        "tested outside",
        np.linspace(-1, 0, 6),
        np.linspace(-1, 0, 6) ** 2,
        0.1 * wave(0.2, 5, 6),
        2,
        np.array([0.8, 1.0]),
        np.array([0.64, 1.0]),
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    n, runs, m = rng.randint(2, 8), rng.randint(1, 6), rng.randint(1, 4)
    x = np.array(sorted(rng.sample(range(-10, 11), n))) / 10
    x_test = np.array([rng.uniform(-1, 1) for _ in range(m)])
    noise = np.array([[rng.gauss(0, 0.5) for _ in range(n)] for _ in range(runs)])
    return (x, np.cos(2 * x), noise, rng.randint(0, min(n - 1, 3)), x_test, np.cos(2 * x_test))


def valid(x, truth, noise, degree, x_test, truth_test):
    return False  # smaller inputs easily have places that repeat


def oracle(x, truth, noise, degree, x_test, truth_test):
    """Orthogonal polynomials by Gram and Schmidt, one run and one test point at a time."""
    places, answers = [float(v) for v in x], []
    basis = _orthogonal(places, degree)
    for point in range(len(x_test)):
        weights = _weights(places, basis, float(x_test[point]))
        guesses = [
            math.fsum(w * (t + e) for w, t, e in zip(weights, truth.tolist(), row))
            for row in noise.tolist()
        ]
        middle, goal = math.fsum(guesses) / len(guesses), float(truth_test[point])
        spread = math.fsum((guess - middle) ** 2 for guess in guesses) / len(guesses)
        error = math.fsum((guess - goal) ** 2 for guess in guesses) / len(guesses)
        answers.append(((middle - goal) ** 2, spread, error))
    return tuple(math.fsum(part) / len(answers) for part in zip(*answers))


def _orthogonal(places, degree):
    """Coefficients, lowest power first, of polynomials at right angles on these places."""
    basis = []
    for power in range(degree + 1):
        made = [0.0] * power + [1.0]
        for other in basis:
            values = [(_at(made, p), _at(other, p)) for p in places]
            share = math.fsum(a * b for a, b in values) / math.fsum(b * b for _, b in values)
            made = [a - share * b for a, b in zip(made, other + [0.0] * (len(made) - len(other)))]
        basis.append(made)
    return basis


def _weights(places, basis, point):
    """How much each training value counts in the prediction at `point`."""
    parts = [(_at(q, point) / math.fsum(_at(q, p) ** 2 for p in places), q) for q in basis]
    return [math.fsum(scale * _at(q, place) for scale, q in parts) for place in places]


def _at(coefficients, place):
    return math.fsum(c * place**power for power, c in enumerate(coefficients))
