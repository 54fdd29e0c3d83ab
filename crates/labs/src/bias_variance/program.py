def truth(x):
    return [2 * x - 1, sin(x), 1.0 if x >= 0.5 else -1.0, sin(x) + 0.5 * sin(4 * x)][TRUTH]


def sin(turns):
    return math.sin(2 * math.pi * turns)


def chebyshev(x):
    """Polynomials of degree 0 to SIZE on 0 to 1, far from parallel."""
    angle = torch.arccos((2 * x - 1).clamp(-1, 1))
    return torch.cos(angle[:, None] * torch.arange(SIZE + 1))


def polynomial(x, y, at):
    fit = torch.linalg.lstsq(chebyshev(x), y[:, None])
    return (chebyshev(at) @ fit.solution)[:, 0]


def neighbours(x, y, at):
    """Of two points equally far away the left one is nearer."""
    nearest = (at[:, None] - x).abs().sort(stable=True).indices[:, :SIZE]
    return y[nearest].mean(1)


def evenly(count):
    return [(index + 0.5) / count for index in range(count)]


places, train_noise, test_noise = [Random.seeded(SEED, stream) for stream in STREAMS]
at = torch.tensor(evenly(PLACES), dtype=torch.float64)
expected = torch.tensor([truth(x) for x in at.tolist()], dtype=torch.float64)
answers, errors = [], []
for _ in range(SETS):
    x = evenly(POINTS) if IS_EVEN else sorted(places.unit() for _ in range(POINTS))
    y = [truth(point) + NOISE * train_noise.normal() for point in x]
    x, y = torch.tensor(x, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    answers.append(MODEL(x, y, at))
    labels = expected + NOISE * torch.tensor([test_noise.normal() for _ in at]).double()
    errors.append(((answers[-1] - labels) ** 2).mean())

answers, errors = torch.stack(answers), torch.stack(errors)
variance = answers.var(0)
bias2 = (answers.mean(0) - expected) ** 2 - variance / SETS
print(f"bias² {bias2.mean():.7f}, variance {variance.mean():.7f}, noise {NOISE ** 2:.7f}")
print(f"standard error {errors.std() / SETS ** 0.5:.7f}")
print(f"test-error {errors.mean():.7f}")
