from warmstart import case

CASES = [
    case("overlap", (0, 0, 2, 2), (1, 1, 3, 3), expect=1 / 7),
    case("apart on both axes", (0, 0, 1, 1), (2, 2, 3, 3), expect=0.0),
    case("same box", (1, 2, 4, 6), (1, 2, 4, 6), expect=1.0),
    case("one inside the other", (0, 0, 4, 4), (1, 1, 3, 2), expect=2 / 16),
    case("apart on one axis", (0, 0, 2, 2), (5, 1, 7, 3), expect=0.0, hidden=True),
    case("touching along a side", (0, 0, 2, 2), (2, 0, 4, 2), expect=0.0, hidden=True),
    case("touching at a corner", (0, 0, 2, 2), (2, 2, 4, 4), expect=0.0, hidden=True),
    case("crossing bars", (0, 2, 6, 4), (2, 0, 4, 6), expect=4 / 20, hidden=True),
    case("below zero", (-3, -3, -1, -1), (-2, -2, 1, 1), expect=1 / 12, hidden=True),
    case("shares of a unit", (0.0, 0.0, 0.5, 0.5), (0.25, 0.0, 0.75, 0.5), expect=1 / 3, hidden=True),
    case("second one left and above", (4, 4, 8, 8), (2, 1, 5, 6), expect=2 / 29, hidden=True),
    case("a line through a box", (0, 0, 4, 4), (2, 0, 2, 4), expect=0.0, hidden=True),
    case("two points in one place", (1, 1, 1, 1), (1, 1, 1, 1), expect=0.0, hidden=True),
    case("two lines apart", (0, 0, 0, 5), (3, 0, 3, 5), expect=0.0, hidden=True),
]

GENERATED = 12


def generate(rng):
    """Two boxes on a small grid, so that touching, nesting and emptiness all happen."""
    return (_box(rng), _box(rng))


def oracle(a, b):
    """Counts unit cells: slow, and independent of any reasoning about edges."""
    cells_a, cells_b = _cells(a), _cells(b)
    together = len(cells_a | cells_b)
    return len(cells_a & cells_b) / together if together else 0.0


def growth(n):
    """Two boxes of n by n pixels that share a quarter."""
    return ((0, 0, n, n), (n // 2, n // 2, n + n // 2, n + n // 2))


def _box(rng):
    x1, x2 = sorted(rng.randint(-4, 4) for _ in range(2))
    y1, y2 = sorted(rng.randint(-4, 4) for _ in range(2))
    return (x1, y1, x2, y2)


def _cells(box):
    x1, y1, x2, y2 = box
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}
