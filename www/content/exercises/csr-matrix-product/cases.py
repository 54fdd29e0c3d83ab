import random

from warmstart import case


def packed(*rows):
    """A dense matrix, row by row, as CSR."""
    starts, columns, values = [0], [], []
    for row in rows:
        found = [(column, value) for column, value in enumerate(row) if value]
        columns += [column for column, _ in found]
        values += [value for _, value in found]
        starts.append(len(columns))
    return starts, columns, values


IDENTITY = packed([1, 0, 0], [0, 1, 0], [0, 0, 1])
SQUARE = packed([0, 2, 0], [3, 0, -1], [0, 0, 5])

CASES = [
    case(
        "a sum cancels, a row is empty",
        packed([2, 0, 1], [0, 0, 0], [0, 3, -1]),
        packed([1, 4], [0, 2], [-2, 6]),
        expect=([0, 1, 1, 2], [1, 0], [14, 2]),
    ),
    case("by the identity", SQUARE, IDENTITY, expect=([0, 1, 3, 4], [1, 0, 2, 2], [2, 3, -1, 5])),
    case(
        "columns turn up out of order",
        packed([1, 1, 1]),
        packed([0, 0, 7], [5, 0, 0], [0, 6, 0]),
        expect=([0, 3], [0, 1, 2], [5, 6, 7]),
    ),
    case("two paths add up", packed([2, 3]), packed([10], [1]), expect=([0, 1], [0], [23])),
    case("a matrix times itself", SQUARE, SQUARE, hidden=True),
    case("the identity by a matrix", IDENTITY, SQUARE, expect=SQUARE, hidden=True),
    case("no rows", packed(), SQUARE, expect=([0], [], []), hidden=True),
    case(
        "no entries at all",
        packed([0, 0], [0, 0]),
        packed([0], [0]),
        expect=([0, 0, 0], [], []),
        hidden=True,
    ),
    case(
        "first and last row empty",
        packed([0, 0], [4, 0], [0, 0]),
        packed([0, 1, 0], [2, 2, 2]),
        expect=([0, 0, 1, 1], [1], [4]),
        hidden=True,
    ),
    case("a column by a row", packed([2], [0], [-3]), packed([1, 0, 5]), hidden=True),
    case(
        "a row by a column",
        packed([2, 0, -3]),
        packed([6], [9], [4]),
        expect=([0, 0], [], []),
        hidden=True,
    ),
    case(
        "a whole row cancels",
        packed([1, 1], [1, -1]),
        packed([2, 7], [-2, -7]),
        expect=([0, 0, 2], [0, 1], [4, 14]),
        hidden=True,
    ),
    case("no zero anywhere", packed([1, 2], [3, 4]), packed([5, 6], [7, 8]), hidden=True),
    case(
        "wider than tall",
        packed([0, 1], [2, 0]),
        packed([0, 0, 0, 0, 9], [8, 0, 0, 0, 0]),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """Small values, so that sums often cancel."""
    rows, inner, width = (rng.randint(1, 7) for _ in range(3))
    share = rng.choice([0.2, 0.5, 0.8])
    return random_matrix(rng, rows, inner, share), random_matrix(rng, inner, width, share)


def random_matrix(rng, rows, width, share):
    values = [-2, -1, 1, 2]
    return packed(
        *(
            [rng.choice(values) if rng.random() < share else 0 for _ in range(width)]
            for _ in range(rows)
        )
    )


def oracle(left, right):
    """Unpacked, multiplied by the definition, and packed again."""
    height = len(right[0]) - 1
    width = max(right[1], default=-1) + 1
    a, b = unpacked(left, height), unpacked(right, width)
    return packed(
        *([sum(row[k] * b[k][j] for k in range(height)) for j in range(width)] for row in a)
    )


def unpacked(matrix, width):
    starts, columns, values = matrix
    rows = [[0] * width for _ in starts[1:]]
    for row, (start, stop) in enumerate(zip(starts, starts[1:])):
        for column, value in zip(columns[start:stop], values[start:stop]):
            rows[row][column] = value
    return rows


def valid(left, right):
    """The promises of the prompt, for both matrices."""
    return is_csr(left) and is_csr(right) and all(row < len(right[0]) - 1 for row in left[1])


def is_csr(matrix):
    starts, columns, values = matrix
    if not starts or starts[0] != 0 or starts[-1] != len(columns) or len(columns) != len(values):
        return False
    rows = [columns[start:end] for start, end in zip(starts, starts[1:])]
    is_ascending = all(row == sorted(set(row)) for row in rows)
    return starts == sorted(starts) and is_ascending and 0 not in values and min(columns, default=0) >= 0


def growth(n):
    rng = random.Random(n)
    return sprinkled(rng, n), sprinkled(rng, n)


def sprinkled(rng, n):
    columns = [column for _ in range(n) for column in sorted(rng.sample(range(n), 4))]
    return list(range(0, 4 * n + 1, 4)), columns, [rng.randint(1, 9) for _ in columns]
