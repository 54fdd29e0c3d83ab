import random

from warmstart import calls, case


def account(capacity, interval_ms, *requests):
    """A limiter that gets these (now_ms, cost) requests."""
    script = calls(capacity, interval_ms)
    for now_ms, cost in requests:
        script = script("take", now_ms, cost)
    return script


NIGHT_MS = 8 * 3600 * 1000

CASES = [
    case(
        "three tokens, one a second",
        account(3, 1000, (0, 2), (500, 2), (1000, 2), (1200, 1), (1200, 4)),
        expect=[0, 500, 0, 800, None],
    ),
    case(
        "asked often, nothing lost",
        account(1, 1000, (0, 1), (300, 1), (600, 1), (999, 1), (1000, 1)),
        expect=[0, 700, 400, 1, 0],
    ),
    case(
        "the quiet of a night is not saved up",
        account(2, 1000, (0, 2), (NIGHT_MS, 1), (NIGHT_MS, 1), (NIGHT_MS, 1)),
        expect=[0, 0, 0, 1000],
    ),
    case(
        "the clock is set back",
        account(1, 1000, (5000, 1), (2000, 1), (5400, 1), (6000, 1)),
        expect=[0, 1000, 600, 0],
    ),
    case(
        "set back after a refusal",
        account(1, 1000, (0, 1), (600, 1), (100, 1), (700, 1), (1000, 1)),
        expect=[0, 400, 400, 300, 0],
        hidden=True,
    ),
    case("exactly all of it", account(5, 10, (0, 5), (0, 1)), expect=[0, 10], hidden=True),
    case(
        "refused requests cost nothing",
        account(4, 100, (0, 3), (0, 2), (0, 2), (0, 2), (0, 1), (100, 1)),
        expect=[0, 100, 100, 100, 0, 0],
        hidden=True,
    ),
    case(
        "too large for the bucket, even full",
        account(2, 100, (0, 3), (10, 2), (10, 3), (210, 2)),
        expect=[None, 0, None, 0],
        hidden=True,
    ),
    case(
        "both ends of a window",
        account(3, 1000, (2900, 3), (3100, 3), (5899, 3), (5900, 3)),
        expect=[0, 2800, 1, 0],
        hidden=True,
    ),
    case(
        "a part of a token is kept when tokens are taken",
        account(2, 1000, (0, 2), (1500, 1), (2000, 1), (2500, 1)),
        expect=[0, 0, 0, 500],
        hidden=True,
    ),
    case(
        "full in the middle of an interval",
        account(2, 1000, (0, 1), (1700, 2), (2000, 1), (2700, 1)),
        expect=[0, 0, 700, 0],
        hidden=True,
    ),
    case("a token a millisecond", account(3, 1, (0, 3), (1, 2), (2, 2), (3, 3)), hidden=True),
    case("the first request comes late", account(2, 50, (10**9, 2), (10**9, 1)), hidden=True),
    case(
        "seven milliseconds a token",
        account(10, 7, (0, 10), (10, 2), (14, 2), (15, 1), (21, 1), (100, 10)),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    capacity, interval_ms = rng.randint(1, 6), rng.choice((1, 3, 10, 100, 700))
    now_ms, requests = 0, []
    for _ in range(rng.randint(4, 40)):
        now_ms += rng.randint(0, 2 * interval_ms)
        seen_ms = max(0, now_ms - rng.randint(1, 300)) if rng.random() < 0.1 else now_ms
        requests.append((seen_ms, rng.randint(1, min(capacity + 1, 3))))
    return account(capacity, interval_ms, *requests)


def oracle(script):
    """By the promise: in each stretch of time that ends now, no more than the burst and the flow.

    Looks at every stretch that starts with a granted request, and keeps all of them.
    """
    capacity, interval_ms = script.construct
    granted, answers, latest_ms = [], [], 0
    for _, (now_ms, cost) in script.steps:
        latest_ms = max(latest_ms, now_ms)
        if cost > capacity:
            answers.append(None)
            continue
        wait_ms = 0
        for index, (start_ms, _) in enumerate(granted):
            passed = sum(taken for _, taken in granted[index:])
            least_ms = (passed + cost - capacity) * interval_ms
            wait_ms = max(wait_ms, least_ms - (latest_ms - start_ms))
        if not wait_ms:
            granted.append((latest_ms, cost))
        answers.append(wait_ms)
    return answers


def valid(script):
    return min(script.construct) >= 1 and all(
        now_ms >= 0 and cost >= 1 for _, (now_ms, cost) in script.steps
    )


def growth(n):
    """About as many granted as refused."""
    rng = random.Random(n)
    return account(n, 100, *((60 * number, rng.randint(1, 2)) for number in range(n)))
