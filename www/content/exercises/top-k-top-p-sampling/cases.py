import math

import numpy as np
from warmstart import case


def logs(*weights):
    """Logits whose softmax is these weights over their sum."""
    return np.array([math.log(weight) for weight in weights])


def row(*numbers):
    return np.array(numbers, dtype=np.float64)


STORY = logs(1, 8, 4, 2, 1)
FLAT = row(*[math.sin(2.3 * k) for k in range(12)])

CASES = [
    case("no filter", STORY, 0.7, expect=(2, row(1, 8, 4, 2, 1) / 16)),
    case("the best three", STORY, 0.9, 1.0, 3, expect=(3, row(0, 4, 2, 1, 0) / 7)),
    case("four fifths of the mass", STORY, 0.1, 1.0, None, 0.8, expect=(1, row(0, 4, 2, 1, 0) / 7)),
    case("first top-k, then top-p", STORY, 0.7, 1.0, 3, 0.8, expect=(2, row(0, 2, 1, 0, 0) / 3)),
    case("cooler", STORY, 0.7, 0.5, expect=(1, row(1, 64, 16, 4, 1) / 86)),
    case("warmer", STORY, 0.7, 2.0, hidden=True),
    case("temperature 0", STORY, 0.999, 0, 3, 0.5, expect=(1, row(0, 1, 0, 0, 0)), hidden=True),
    case("two best at temperature 0", row(1, 3, 3), 0.9, 0, expect=(1, row(0, 1, 0)), hidden=True),
    case("a draw of 0, the first is cut", STORY, 0.0, 1.0, 2, hidden=True),
    case("equals at the edge of top-k", row(2, 2, 2, 2), 0.6, 1.0, 2, hidden=True),
    case("equals at the edge of top-p", row(0, 0, 0, 1, 0), 0.9, 1.0, None, 0.6, hidden=True),
    case("the best alone reaches top-p", logs(1, 18, 1), 0.99, 1.0, None, 0.5, hidden=True),
    case("a tiny top-p keeps one", FLAT, 0.999, 1.0, None, 0.001, hidden=True),
    case("top-k above the vocabulary", STORY, 0.95, 1.0, 50, hidden=True),
    case("a banned token", row(1, -math.inf, 2, -math.inf), 0.2, 1.0, 3, hidden=True),
    case("the first is banned", row(-math.inf, 1, 1), 0.0, 1.0, None, 0.9, hidden=True),
    case("one token left", row(-math.inf, -5, -math.inf), 0.5, 0.7, 2, 0.9, hidden=True),
    case("logits in the thousands", row(4000, 4001, 3990), 0.3, 1.0, hidden=True),
    case("far below zero", row(-4000, -4001, -3999), 0.95, 0.5, 2, hidden=True),
    case("a draw close to 1", FLAT, 0.9999, 1.3, 9, 0.97, hidden=True),
]

GENERATED = 12


def generate(rng):
    size = rng.randint(1, 8)
    logits = [rng.gauss(0, 2) for _ in range(size)]
    if rng.random() < 0.3:
        logits = [float(round(logit)) for logit in logits]
    if rng.random() < 0.3:
        logits[rng.randrange(size)] = -math.inf
    if not any(map(math.isfinite, logits)):
        logits[0] = 1.0
    temperature = rng.choice((0, 0.7, 0.7, 1.0, 1.0, 1.0, 1.5))
    top_k = rng.choice((None, rng.randint(1, size), rng.randint(1, size)))
    top_p = rng.choice((0.35, 0.65, 0.85, 0.95, 1.0))
    return (row(*logits), rng.random(), temperature, top_k, top_p)


def oracle(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    """Plain Python: a token's rank is how many come before it, and lists say who is left."""
    logits = logits.tolist()
    ids = range(len(logits))
    rank = {i: sum((-logits[j], j) < (-logits[i], i) for j in ids) for i in ids}
    if temperature == 0:
        weights = [float(rank[i] == 0) for i in ids]
    else:
        largest = max(logits)
        weights = [math.exp((logit - largest) / temperature) for logit in logits]
        if top_k is not None:
            weights = [weight if rank[i] < top_k else 0.0 for i, weight in enumerate(weights)]
        better = [
            math.fsum(weights[j] for j in ids if rank[j] < rank[i]) / math.fsum(weights)
            for i in ids
        ]
        if top_p < 1:
            weights = [weight if better[i] < top_p else 0.0 for i, weight in enumerate(weights)]
    total = math.fsum(weights)
    token = next(i for i in ids if math.fsum(weights[: i + 1]) > draw * total)
    return token, np.array([weight / total for weight in weights])
