import numpy as np
from warmstart import case


def column(*values):
    return np.array(values, dtype=np.float64)[:, None]


def whole(*values):
    return np.array(values)


PAIRS = column(0, 1, 5, 6), whole(0, 0, 1, 1)
SQUARE = np.array([[0.0, 0], [0, 2], [2, 0], [2, 2], [9, 9]]), whole(2, 1, 1, 0, 4)

CASES = [
    case("three votes on a line", *PAIRS, column(2), 3, expect=whole(0)),
    case("equally far: the first", column(0, 2), whole(1, 0), column(1), 1, expect=whole(1)),
    case(
        "equally many votes: the smallest", column(0, 2), whole(1, 0), column(2), 2, expect=whole(0)
    ),
    case("several queries at once", *PAIRS, column(-3, 2.9, 3.1, 100), 1),
    case(
        "the middle of a square, k of three",
        *SQUARE,
        np.array([[1.0, 1.0]]),
        3,
        expect=whole(1),
        hidden=True,
    ),
    case(
        "the middle of a square, k of two",
        *SQUARE,
        np.array([[1.0, 1.0]]),
        2,
        expect=whole(1),
        hidden=True,
    ),
    case(
        "the middle of a square, k of four",
        *SQUARE,
        np.array([[1.0, 1.0]]),
        4,
        expect=whole(1),
        hidden=True,
    ),
    case("every point votes", *PAIRS, column(-50), 4, expect=whole(0), hidden=True),
    case(
        "the same point twice",
        column(3, 3, 0),
        whole(0, 1, 1),
        column(3),
        1,
        expect=whole(0),
        hidden=True,
    ),
    case("no query", *PAIRS, np.zeros((0, 1)), 2, expect=np.zeros(0, dtype=np.int64), hidden=True),
    case("one known point", column(4), whole(3), column(0, 9), 1, expect=whole(3, 3), hidden=True),
    case(
        "a label that no point has",
        column(0, 1, 9),
        whole(7, 7, 2),
        column(0.4, 8),
        1,
        expect=whole(7, 2),
        hidden=True,
    ),
    case(
        "whole coordinates",
        whole(0, 3, 7)[:, None],
        whole(0, 1, 2),
        whole(5, 1)[:, None],
        1,
        hidden=True,
    ),
    case(
        "the nearest is outvoted",
        column(0, 3, 4, 50),
        whole(1, 0, 0, 1),
        column(0.5),
        3,
        expect=whole(0),
        hidden=True,
    ),
    case(
        "small and large coordinates",
        np.array([[0.0, 0], [0.1, 90], [0.9, 1]]),
        whole(0, 1, 2),
        np.array([[1.0, 80.0]]),
        1,
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """Whole coordinates, so that ties are common and every distance is exact."""
    n, m, d = rng.randint(1, 12), rng.randint(1, 5), rng.randint(1, 3)
    known = np.array([[float(rng.randint(-3, 3)) for _ in range(d)] for _ in range(n)])
    queries = np.array([[float(rng.randint(-4, 4)) for _ in range(d)] for _ in range(m)])
    return (known, np.array([rng.randint(0, 3) for _ in range(n)]), queries, rng.randint(1, n))


def valid(known, labels, queries, k):
    shaped = (
        known.ndim == queries.ndim == 2
        and len(known) == len(labels)
        and known.shape[1] == queries.shape[1]
    )
    return shaped and 1 <= k <= len(known) and bool((labels >= 0).all())


def oracle(known, labels, queries, k):
    """Sorts pairs of distance and index, and counts votes in a dictionary."""
    answers = []
    for query in queries.tolist():
        ranked = sorted(
            (sum((a - b) ** 2 for a, b in zip(query, row)), index)
            for index, row in enumerate(known.tolist())
        )
        votes = {}
        for _, index in ranked[:k]:
            label = int(labels[index])
            votes[label] = votes.get(label, 0) + 1
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers, dtype=np.int64)
