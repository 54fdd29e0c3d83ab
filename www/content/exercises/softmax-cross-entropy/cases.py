import math

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def labels(*values):
    return np.array(values, dtype=np.int64)


UTTERANCE = rows(
    [2.0, 0.5, -1.0, 0.0],
    [0.3, 1.8, 0.2, -0.7],
    [0.1, 2.4, 1.9, -2.0],
    [-1.2, 0.0, 3.1, 0.4],
    [0.6, 0.6, 0.6, 0.6],
    [9.0, -9.0, 4.0, 1.0],
)

CASES = [
    case("no idea", rows([0, 0]), labels(0), expect=(math.log(2), rows([-0.5, 0.5]))),
    case("six frames, one padded", UTTERANCE, labels(0, 1, 2, 2, 3, -1)),
    case(
        "2,000 behind",
        rows([0, 2000]),
        labels(0),
        expect=(2000.0, rows([-1, 1])),
    ),
    case(
        "nothing but padding",
        rows([4, 1], [0, 7]),
        labels(-1, -1),
        expect=(0.0, rows([0, 0], [0, 0])),
    ),
    case("label 0 and padding", rows([1, 3], [1, 3]), labels(0, -1), hidden=True),
    case("one class only", rows([5], [-3]), labels(0, 0), hidden=True),
    case("far below zero", rows([-3000, -3001], [-800, -800]), labels(1, 0), hidden=True),
    case("sure and right", rows([900, 0]), labels(0), expect=(0.0, rows([0, 0])), hidden=True),
    case("rows of different height", rows([0, 1, 2], [1e6, 1e6, 1e6]), labels(1, 1), hidden=True),
    case("padding first", UTTERANCE, labels(-1, -1, 1, 3, 0, 2), hidden=True),
    case("one labelled among five padded", UTTERANCE, labels(-1, -1, -1, 0, -1, -1), hidden=True),
    case("more classes than frames", rows([0.5, -1, 2, 0, 1, 3, -2]), labels(4), hidden=True),
    case("whole-number logits", np.array([[3, 1, 0], [2, 2, 5]]), labels(1, 2), hidden=True),
]

GENERATED = 10


def generate(rng):
    n, k = rng.randint(1, 8), rng.randint(1, 6)
    spread = rng.choice([0.5, 3.0, 400.0])
    logits = np.array([[rng.gauss(0, spread) for _ in range(k)] for _ in range(n)])
    padded = rng.choice([0.0, 0.4])
    chosen = [-1 if rng.random() < padded else rng.randrange(k) for _ in range(n)]
    return (logits, np.array(chosen, dtype=np.int64))


def oracle(logits, labels):
    """One frame at a time, from differences between scores only: no softmax is ever formed."""
    table, wanted = logits.tolist(), labels.tolist()
    count = sum(label != -1 for label in wanted)
    costs, gradient = [], []
    for scores, label in zip(table, wanted):
        if label == -1:
            gradient.append([0.0] * len(scores))
            continue
        costs.append(_log_sum_exp([other - scores[label] for other in scores]))
        shares = [math.exp(-_log_sum_exp([other - mine for other in scores])) for mine in scores]
        gradient.append([(p - (j == label)) / count for j, p in enumerate(shares)])
    return (math.fsum(costs) / count if count else 0.0), np.array(gradient)


def _log_sum_exp(values):
    """Adds one value at a time, as log(e^a + e^b) = max + log1p(e^(min − max))."""
    total = values[0]
    for value in values[1:]:
        total = max(total, value) + math.log1p(math.exp(-abs(total - value)))
    return total
