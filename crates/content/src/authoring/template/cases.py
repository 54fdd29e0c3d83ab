from warmstart import case

# Fill in: visible cases for the idea, hidden ones for the corners
CASES = [
    case("two values", [1, 2], expect=3),
    case("nothing", [], expect=0, hidden=True),
]

GENERATED = 8


def generate(rng):
    """Arguments of one seeded case; `rng` is a `random.Random`."""
    return ([rng.randint(-9, 9) for _ in range(rng.randint(1, 20))],)


def oracle(values):
    """An answer found in another way than the reference's. Without it the reference decides."""
    total = 0
    for value in values:
        total += value
    return total


def valid(values):
    """Whether the contract allows this input."""
    return all(isinstance(value, int) for value in values)


def growth(n):
    """Arguments of size n."""
    return (list(range(n)),)
