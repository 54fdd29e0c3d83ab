import random

from warmstart import calls, case


def pairs(*names):
    """A library into which these pairs, "ab" for a and b, are merged."""
    script = calls()
    for first, second in names:
        script = script("merge", first, second)
    return script


def chain(count):
    """Each pair names the photo of the pair before first."""
    return pairs(*((f"p{number}", f"p{number + 1}") for number in range(count)))


BEACH = pairs(("beach", "beach (1)"), ("copy", "beach (1)"), ("copy", "beach"))

CASES = [
    case(
        "three copies of a beach",
        BEACH("size", "beach")("same", "copy", "cat"),
        expect=[True, True, False, 3, False],
    ),
    case(
        "two groups become one",
        pairs("ab", "cd", "bc")("size", "a")("same", "a", "d"),
        expect=[True, True, True, 4, True],
    ),
    case(
        "photos that nobody has named",
        calls()("largest")("size", "new")("largest")("same", "x", "x"),
        expect=[0, 1, 1, True],
    ),
    case(
        "the same pair again",
        pairs("ab", "ba")("size", "b")("largest"),
        expect=[True, False, 2, 2],
    ),
    case(
        "a photo with itself",
        pairs("aa")("size", "a")("largest"),
        expect=[False, 1, 1],
        hidden=True,
    ),
    case(
        "two pairs stay apart",
        pairs("ab", "cd")("same", "a", "c")("size", "c")("largest"),
        expect=[True, True, False, 2, 2],
        hidden=True,
    ),
    case(
        "around a ring",
        pairs("ab", "bc", "cd", "da")("size", "c"),
        expect=[True, True, True, False, 4],
        hidden=True,
    ),
    case(
        "leaves of two trees",
        pairs("ab", "ac", "xy", "xz", "cz")("same", "b", "y")("size", "y"),
        expect=[True, True, True, True, True, True, 6],
        hidden=True,
    ),
    case(
        "the largest is not the last",
        pairs("ab", "bc", "xy")("largest")("size", "x"),
        expect=[True, True, True, 3, 2],
        hidden=True,
    ),
    case(
        "one joins a large group",
        pairs("ab", "cd", "ac", "eb")("size", "e")("size", "d"),
        expect=[True, True, True, True, 5, 5],
        hidden=True,
    ),
    case(
        "asking does not join",
        calls()("same", "a", "b")("same", "a", "b")("size", "a")("largest"),
        expect=[False, False, 1, 1],
        hidden=True,
    ),
    case("a chain of 3,000", chain(3000)("size", "p0")("same", "p0", "p3000"), hidden=True),
]

GENERATED = 10


def generate(rng):
    names = "abcdefgh"
    script = calls()
    for _ in range(rng.randint(5, 30)):
        method = rng.choice(["merge", "merge", "same", "size", "largest"])
        arguments = {"merge": 2, "same": 2, "size": 1, "largest": 0}[method]
        script = script(method, *rng.choices(names, k=arguments))
    return script


def oracle(script):
    """Groups as plain sets, and every question by looking through all of them."""
    groups, answers = [], []

    def group_of(photo):
        for group in groups:
            if photo in group:
                return group
        groups.append({photo})
        return groups[-1]

    for method, arguments in script.steps:
        found = [group_of(photo) for photo in arguments]
        if method == "merge":
            answers.append(found[0] is not found[1])
            if found[0] is not found[1]:
                groups.remove(found[1])
                found[0].update(found[1])
        elif method == "same":
            answers.append(found[0] is found[1])
        elif method == "size":
            answers.append(len(found[0]))
        else:
            answers.append(max(map(len, groups), default=0))
    return answers


def growth(n):
    """Two chains, one written forwards and one backwards, with a look at their ends in between."""
    script = calls()
    for number in range(n // 4):
        script = script("merge", f"a{number}", f"a{number + 1}")
        script = script("merge", f"b{number + 1}", f"b{number}")
        script = script("size", "a0")("same", "b0", f"b{number}")
    return script
