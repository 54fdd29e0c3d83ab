import random

from warmstart import case


def line(places):
    """Vectors on a line, each knowing the ones beside it."""
    last = len(places) - 1
    neighbours = [[j for j in (i - 1, i + 1) if 0 <= j <= last] for i in range(len(places))]
    return [(place,) for place in places], neighbours


LINE = line([0, 3, 5, 8, 9])

# From 0 the way to the query at (6, 0) leads over 3, which is farther away than 1 and 2.
TRAP = (
    [(0, 0), (3, 0), (3, 1), (0, 6), (4, 6), (6, 5), (6, 1)],
    [[1, 2, 3], [0, 2], [0, 1], [0, 4], [3, 5], [4, 6], [5]],
)

# Four corners at the same distance from the middle.
CORNERS = ([(1, 1), (-1, 1), (-1, -1), (1, -1), (3, 3)], [[1, 3, 4], [0, 2], [1, 3], [2, 0], [0]])

ONE_WAY = ([(9, 9), (5, 5), (1, 1), (0, 0)], [[1], [2], [], [0]])

CASES = [
    case("five on a line", *LINE, (8,), 0, 1, expect=([3], 5)),
    case("three results", *LINE, (8,), 0, 3, expect=([3, 4, 2], 5)),
    case("the entry is the nearest", *LINE, (8,), 3, 1, expect=([3], 3)),
    case("stuck in a local minimum", *TRAP, (6, 0), 0, 1, expect=([1], 4)),
    case("out of it with four results", *TRAP, (6, 0), 0, 4, expect=([6, 1, 2, 5], 7)),
    case("four at the same distance", *CORNERS, (0, 0), 4, 2, expect=([0, 1], 5), hidden=True),
    case("equal distances, one result", *CORNERS, (0, 0), 2, 1, hidden=True),
    case("one-way edges", *ONE_WAY, (0, 0), 0, 2, expect=([2, 1], 3), hidden=True),
    case(
        "more results wanted than can be reached",
        *ONE_WAY,
        (0, 0),
        1,
        9,
        expect=([2, 1], 2),
        hidden=True,
    ),
    case("a single node", [(4, 4)], [[]], (0, 0), 0, 3, expect=([0], 1), hidden=True),
    case(
        "a node that knows itself",
        [(4,), (2,)],
        [[0, 1], [1, 0]],
        (0,),
        0,
        2,
        expect=([1, 0], 2),
        hidden=True,
    ),
    case(
        "a dropped result still leads on", *line([5, 6, 4, 7, 8, 9, 10]), (10,), 2, 2, hidden=True
    ),
    case(
        "the same vector many times",
        [(2, 2)] * 5,
        [[1, 2], [3], [3, 4], [0], [1]],
        (2, 1),
        0,
        2,
        hidden=True,
    ),
    case(
        "as many results as nodes",
        *TRAP,
        (0, 0),
        6,
        7,
        expect=([0, 1, 2, 3, 6, 4, 5], 7),
        hidden=True,
    ),
    case(
        "bytes at both ends",
        [(-128, 127), (127, -128), (0, 0)],
        [[2], [2], [0, 1]],
        (127, -127),
        0,
        2,
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    """Small coordinates, so that distances repeat; a few edges a node."""
    n, dimensions = rng.randint(2, 24), rng.randint(1, 3)
    vectors = [tuple(rng.randint(-5, 5) for _ in range(dimensions)) for _ in range(n)]
    neighbours = [rng.sample(range(n), min(n, rng.randint(0, 4))) for _ in range(n)]
    query = tuple(rng.randint(-5, 5) for _ in range(dimensions))
    return (vectors, neighbours, query, rng.randrange(n), rng.choice((1, 2, 3, 6)))


def valid(vectors, neighbours, query, entry, ef):
    nodes = range(len(vectors))
    rows = [*vectors, query]
    return (
        len(neighbours) == len(vectors)
        and entry in nodes
        and ef >= 1
        and all(len(row) == len(query) > 0 for row in rows)
        and all(isinstance(number, int) for row in rows for number in row)
        and all(node in nodes for row in neighbours for node in row)
        and all(len(set(row)) == len(row) for row in neighbours)
    )


def oracle(vectors, neighbours, query, entry, ef):
    """The four steps with all distances known beforehand and plain lists, sorted when asked."""
    key = [
        (sum(x * x - 2 * x * y + y * y for x, y in zip(vector, query)), node)
        for node, vector in enumerate(vectors)
    ]
    computed, waiting, results = [entry], [entry], [entry]
    while waiting:
        node = min(waiting, key=key.__getitem__)
        waiting.remove(node)
        if len(results) == ef and key[node] > max(key[other] for other in results):
            break
        for other in neighbours[node]:
            if other in computed:
                continue
            computed.append(other)
            nearest = sorted([*results, other], key=key.__getitem__)[:ef]
            if other in nearest:
                waiting.append(other)
                results = nearest
    return sorted(results, key=key.__getitem__), len(computed)


def growth(n):
    """A tree that is nearest at its root: up to two thirds of the nodes wait as candidates."""
    rng = random.Random(n)
    vectors = [(rng.randint(-128, 127), rng.randint(-128, 127)) for _ in range(n)]
    vectors.sort(key=lambda vector: vector[0] ** 2 + vector[1] ** 2)
    neighbours = [[j for j in (3 * i + 1, 3 * i + 2, 3 * i + 3) if j < n] for i in range(n)]
    return (vectors, neighbours, (0, 0), 0, n)
