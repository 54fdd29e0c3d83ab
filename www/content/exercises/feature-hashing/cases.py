import math

from warmstart import case

APPS = ("mail", "music", "maps", "photos", "camera", "podcasts", "clock", "notes", "radio")

CASES = [
    case(
        "battery, app and hour",
        {"battery": 0.5, "app": "mail", "hour": 9},
        8,
        expect=[0, 0, 0, 0, 1, 0, -0.5, -9],
    ),
    case(
        "two apps in one bucket",
        {"app": "mail", "before": 0, "app=camera": 2},
        8,
        expect=[0, 0, 0, 0, 3, 0, 0, 0],
    ),
    case(
        "opposite signs cancel",
        {"app": "music", "battery": 1.0},
        8,
        expect=[0, 0, 0, 0, 0, 0, 0, 0],
    ),
    case("a name and its value", {"weekday": "fri"}, 8, expect=[0, 0, 0, 1, 0, 0, 0, 0]),
    case("no features", {}, 3, expect=[0, 0, 0], hidden=True),
    case("one bucket", {"hour": 2, "app": "maps", "steps": 9}, 1, expect=[8], hidden=True),
    case(
        "letters with accents are several bytes",
        {"café": 1, "place": "café"},
        8,
        expect=[0, -1, 0, 0, 0, 0, 0, 1],
        hidden=True,
    ),
    case("ten buckets", {"battery": 1, "hour": 1, "app": "maps"}, 10, hidden=True),
    case("an empty name", {"": 4}, 8, expect=[0, 0, 0, 0, 0, -4, 0, 0], hidden=True),
    case("an empty text", {"app": ""}, 8, hidden=True),
    case("below zero", {"hour": -3, "steps": -2.5}, 8, hidden=True),
    case("a number as text is a text", {"hour": "9"}, 16, hidden=True),
    case("a value of zero adds nothing", {"hour": 0, "steps": 0.0}, 4, expect=[0] * 4, hidden=True),
    case("signs of single letters", {"a": 1, "b": 2, "c": 4, "d": 8}, 5, hidden=True),
    case("other alphabets", {"语言": "中文", "שעה": 7, "🎧": 1}, 7, hidden=True),
]

GENERATED = 10


def generate(rng):
    names = ["hour", "battery", "steps", "app", "before", "place", "wi-fi", "light", "naïve"]
    features = {}
    for name in rng.sample(names, rng.randint(1, 9)):
        number = round(rng.uniform(-20, 20), 2)
        features[name] = rng.choice(APPS) if rng.random() < 0.5 else number
    return (features, rng.choice((2, 3, 5, 8, 12, 100)))


def oracle(features, buckets):
    """The prime as a sum of powers of two, exclusive or by arithmetic, and one sum a bucket."""
    keys = {}
    for name, value in features.items():
        key, amount = (name + "=" + value, 1) if isinstance(value, str) else (name, value)
        keys.setdefault(key, []).append(amount)
    found = [(_hash_by_shifts(key), amount) for key in keys for amount in keys[key]]
    return [
        math.fsum(amount if h < 2**31 else -amount for h, amount in found if h % buckets == bucket)
        for bucket in range(buckets)
    ]


def _hash_by_shifts(key):
    h = 0x811C9DC5
    for byte in bytes(key, "utf8"):
        h = h + byte - 2 * (h & byte)
        h = sum(h << shift for shift in (0, 1, 4, 7, 8, 24)) % 2**32
    return h


def valid(features, buckets):
    return buckets >= 1


def growth(n):
    numbers = {f"seen {number}": 1 for number in range(n // 2)}
    texts = {f"slot {number}": APPS[number % len(APPS)] for number in range(n - n // 2)}
    return ({**numbers, **texts}, n)
