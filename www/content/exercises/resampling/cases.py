import numpy as np
from warmstart import case


def whole(*values):
    return np.array(values)


FRAUD = whole(0, 0, 1, 0, 0, 0, 0, 1, 0, 0)

CASES = [
    case(
        "rare and frequent by hand", whole(0, 0, 0, 1), 2, [0.9, 0.0, 0.5], expect=whole(2, 0, 3, 3)
    ),
    case("labels that are not 0 and 1", whole(7, 5, 7), 1, [0.0, 0.6], expect=whole(1, 2)),
    case("two frauds in ten payments", FRAUD, 4, [0.3, 0.3, 0.3, 0.3, 0.1, 0.8]),
    case("every row once", whole(1, 0, 1, 0), 2, [0.0, 0.0, 0.0, 0.0], expect=whole(1, 3, 0, 2)),
    case("the last place, again and again", FRAUD, 5, [0.999] * 8, hidden=True),
    case("a class of one row", whole(0, 1, 1, 1), 3, [0.2, 0.7, 0.5, 0.5, 0.5], hidden=True),
    case(
        "a class of exactly as many", whole(2, 2, 2, 9), 3, [0.5, 0.5, 0.5, 0.9, 0.9], hidden=True
    ),
    case("one class only", whole(4, 4, 4), 2, [0.4, 0.4], hidden=True),
    case("negative labels", whole(-1, 3, -1, 3, -1), 1, [0.5, 0.5], hidden=True),
    case("one row", whole(6), 4, [0.1, 0.1, 0.1], expect=whole(0, 0, 0, 0), hidden=True),
    case(
        "three classes",
        whole(2, 0, 1, 0, 2, 0, 2, 2),
        3,
        [0.9, 0.5, 0.1, 0.3, 0.6, 0.2, 0.8, 0.4],
        hidden=True,
    ),
    case(
        "more draws than are needed",
        whole(0, 1),
        1,
        [0.5, 0.5, 0.5, 0.5],
        expect=whole(0, 1),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    n, per_class = rng.randint(1, 12), rng.randint(1, 5)
    labels = np.array([rng.choice([0, 0, 0, 1, 2]) for _ in range(n)])
    return (labels, per_class, [rng.random() for _ in range(3 * per_class)])


def valid(labels, per_class, draws):
    enough = len(draws) >= per_class * len(set(labels.tolist()))
    return (
        labels.ndim == 1
        and len(labels) > 0
        and per_class >= 1
        and enough
        and all(0 <= u < 1 for u in draws)
    )


def oracle(labels, per_class, draws):
    """Marks rows as taken and counts along those that are left."""
    rest, chosen = list(draws), []
    for label in sorted(set(labels.tolist())):
        rows = [row for row in range(len(labels)) if labels[row] == label]
        frequent = len(rows) >= per_class
        picked = [] if frequent else list(rows)
        while len(picked) < per_class:
            left = [row for row in rows if row not in picked] if frequent else rows
            picked.append(left[int(rest[0] * len(left))])
            rest = rest[1:]
        chosen.extend(picked)
    return np.array(chosen)
