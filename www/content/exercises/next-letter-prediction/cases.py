import random
from fractions import Fraction

from warmstart import calls, case

PROVERB = "the cat that sat at the tea table ate the other tart"


def asked(text, order, k, *questions):
    """A model with questions: a context alone asks for the likeliest letter."""
    script = calls(text, order, k)
    for question in questions:
        if isinstance(question, str):
            script = script("predict", question)
        else:
            script = script("probability", *question)
    return script


CASES = [
    case(
        "banana",
        asked("banana", 1, 0.5, "ban", ("a", "n"), ("a", "b"), ("a", "z")),
        expect=["a", 2.5 / 3.5, 0.5 / 3.5, 0.0],
    ),
    case(
        "equal counts: the smaller letter",
        asked("xbxaxc", 1, 1, "x", ("x", "a"), ("x", "x")),
        expect=["a", 2 / 7, 1 / 7],
    ),
    case(
        "a context never seen",
        asked("hello", 2, 0.1, "zz", ("zz", "l"), ("zz", "o")),
        expect=["e", 0.25, 0.25],
    ),
    case(
        "occurrences overlap",
        asked("aaaaab", 2, 1, ("aa", "a"), ("aa", "b"), "aa"),
        expect=[4 / 6, 2 / 6, "a"],
    ),
    case(
        "only the last letters count",
        asked(PROVERB, 2, 0.5, "something with th", ("completely different: at", " "), "tea"),
        hidden=True,
    ),
    case(
        "order 0 looks at no context",
        asked("abbabb", 0, 1, "", "bn", ("bba", "b"), ("", "a")),
        expect=["b", "b", 5 / 8, 3 / 8],
        hidden=True,
    ),
    case(
        "the end of the text is followed by nothing",
        asked("abcab", 2, 1, ("ab", "c"), ("ab", "a"), "ab"),
        expect=[2 / 4, 1 / 4, "c"],
        hidden=True,
    ),
    case(
        "the last letter never had a follower",
        asked("wxyz", 1, 2, "z", ("z", "w"), ("y", "z")),
        expect=["w", 0.25, 3 / 9],
        hidden=True,
    ),
    case(
        "hardly any smoothing",
        asked(PROVERB, 3, 1e-6, ("the", " "), ("the", "r"), ("the", "t"), "the"),
        hidden=True,
    ),
    case(
        "much smoothing",
        asked(PROVERB, 1, 1000, ("t", "h"), ("t", "x"), ("t", "c"), "t"),
        hidden=True,
    ),
    case(
        "one letter alone",
        asked("zzz", 1, 3, "z", ("z", "z"), ("z", "a")),
        expect=["z", 1.0, 0.0],
        hidden=True,
    ),
    case(
        "capitals and spaces are letters",
        asked("A a A b", 1, 1, " ", ("A", " "), "a", ("b", "A")),
        hidden=True,
    ),
    case("the shortest text there can be", asked("ab", 1, 1, "a", ("a", "b"), "b"), hidden=True),
    case("a later favourite", asked("qaqbqb", 1, 1, "q", ("q", "b"), ("q", "a")), hidden=True),
]

GENERATED = 10


def generate(rng):
    letters = "abcd efgh"[: rng.randint(2, 9)]
    order = rng.randint(0, 3)
    text = "".join(rng.choice(letters) for _ in range(rng.randint(order + 1, 60)))
    questions = []
    for _ in range(8):
        context = "".join(rng.choice(letters) for _ in range(order + rng.randint(0, 3)))
        questions.append(context if rng.random() < 0.4 else (context, rng.choice(letters + "?")))
    return asked(text, order, rng.choice([0.01, 0.5, 1, 2.5]), *questions)


def oracle(script):
    """Reads the whole text again for every question, and counts in fractions."""
    text, order, k = script.construct
    k = Fraction(k)
    answers = []
    for name, arguments in script.steps:
        history = arguments[0][::-1][:order][::-1]
        places = [p for p in range(len(text) - order) if text.startswith(history, p)]
        seen = [text[p + order] for p in places]
        below = len(seen) + k * len(set(text))
        chances = {letter: (seen.count(letter) + k) / below for letter in sorted(set(text))}
        if name == "probability":
            answers.append(float(chances.get(arguments[1], 0)))
        else:
            answers.append(max(chances, key=chances.get))
    return answers


def growth(n):
    rng = random.Random(n)
    text = "".join(rng.choice("abc") for _ in range(n))
    places = [rng.randrange(2, n) for _ in range(n // 2)]
    questions = [text[p - 2 : p] if p % 2 else (text[p - 2 : p], text[p]) for p in places]
    return asked(text, 2, 0.5, *questions)
