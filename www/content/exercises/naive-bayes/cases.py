import math
from fractions import Fraction

import numpy as np
from warmstart import calls, case


def whole(*rows):
    return np.array(rows)


TWO = whole([2, 0], [1, 3]), np.array([0, 1])
MAIL = (
    whole([3, 0, 1, 0], [0, 2, 0, 1], [1, 1, 1, 1], [0, 0, 4, 0], [2, 0, 0, 5]),
    np.array([0, 1, 0, 2, 1]),
)

CASES = [
    case(
        "two documents by hand",
        calls(2)("fit", *TWO)("log_probabilities", whole([1, 0])),
        expect=[None, np.log(np.array([[9 / 13, 4 / 13]]))],
    ),
    case(
        "three classes",
        calls(3)("fit", *MAIL)("log_probabilities", whole([1, 0, 2, 0], [0, 1, 0, 1])),
    ),
    case(
        "a long document",
        calls(2)("fit", *TWO)("log_probabilities", whole([5000, 5000], [9000, 1000])),
    ),
    case("a word never seen in a class", calls(2)("fit", *TWO)("log_probabilities", whole([0, 3]))),
    case(
        "learnt in two calls",
        calls(3)("fit", MAIL[0][:2], MAIL[1][:2])("fit", MAIL[0][2:], MAIL[1][2:])(
            "log_probabilities", whole([1, 2, 3, 4])
        ),
        hidden=True,
    ),
    case(
        "asked in between",
        calls(2)("fit", *TWO)("log_probabilities", whole([2, 1]))(
            "fit", whole([0, 7]), np.array([0])
        )("log_probabilities", whole([2, 1])),
        hidden=True,
    ),
    case(
        "a class without documents",
        calls(4)("fit", *MAIL)("log_probabilities", whole([1, 1, 1, 1])),
        hidden=True,
    ),
    case(
        "an empty document has the prior",
        calls(3)("fit", *MAIL)("log_probabilities", whole([0, 0, 0, 0])),
        hidden=True,
    ),
    case(
        "little smoothing",
        calls(3, 0.01)("fit", *MAIL)("log_probabilities", whole([0, 3, 0, 0])),
        hidden=True,
    ),
    case(
        "much smoothing",
        calls(3, 50.0)("fit", *MAIL)("log_probabilities", whole([0, 3, 0, 0])),
        hidden=True,
    ),
    case(
        "unequal classes",
        calls(2)("fit", whole(*[[1, 1]] * 9, [5, 0]), np.array([0] * 9 + [1]))(
            "log_probabilities", whole([1, 0])
        ),
        hidden=True,
    ),
    case(
        "one class only",
        calls(1)("fit", *[MAIL[0], np.zeros(5, dtype=np.int64)])(
            "log_probabilities", whole([1, 0, 0, 2])
        ),
        hidden=True,
    ),
    case(
        "no document to classify",
        calls(2)("fit", *TWO)("log_probabilities", np.zeros((0, 2))),
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    n, words, classes = rng.randint(1, 8), rng.randint(1, 5), rng.randint(1, 3)
    counts = np.array([[rng.randint(0, 4) for _ in range(words)] for _ in range(n)])
    labels = np.array([rng.randrange(classes) for _ in range(n)])
    asked = np.array([[rng.randint(0, 6) for _ in range(words)] for _ in range(2)])
    smoothing = rng.choice([1.0, 0.5, 2.0])
    return calls(classes, smoothing)("fit", counts, labels)("log_probabilities", asked)


def oracle(job):
    """Products of exact fractions; only the last step is a logarithm."""
    classes, *rest = job.construct
    alpha = Fraction(rest[0] if rest else 1.0)
    documents, answers = [[] for _ in range(classes)], []
    for name, given in job.steps:
        if name == "fit":
            counts, labels = given[0].tolist(), given[1].tolist()
            for row, label in zip(counts, labels):
                documents[label].append(row)
            answers.append(None)
        else:
            rows = [_posterior(documents, row, alpha) for row in given[0].tolist()]
            answers.append(np.array(rows, dtype=np.float64).reshape(len(rows), classes))
    return answers


def _posterior(documents, row, alpha):
    total = sum(len(kept) for kept in documents)
    joint = []
    for kept in documents:
        chance = (len(kept) + alpha) / (total + alpha * len(documents))
        seen = [sum(column) for column in zip(*kept)] if kept else [0] * len(row)
        size = sum(seen) + alpha * len(row)
        for times, count in zip(row, seen):
            chance *= ((count + alpha) / size) ** int(times)
        joint.append(chance)
    everything = sum(joint)
    return [_log(chance / everything) for chance in joint]


def _log(fraction):
    """Of a fraction whose numerator and denominator may be far beyond a float."""
    if fraction > Fraction(1, 2):
        return math.log1p(-float(1 - fraction))
    shift = fraction.denominator.bit_length() - fraction.numerator.bit_length()
    return math.log(float(fraction * 2**shift)) - shift * math.log(2)
