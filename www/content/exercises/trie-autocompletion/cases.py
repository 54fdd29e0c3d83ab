import random

from warmstart import calls, case


def library(*entries):
    """An Autocompletion into which these (word, count) pairs are put."""
    script = calls()
    for word, count in entries:
        script = script("insert", word, count)
    return script


RADIO = library(("sound", 5), ("soul", 9), ("so", 5), ("jazz", 20))
BEFORE = [None] * 4

CASES = [
    case(
        "more plays change the order",
        RADIO("complete", "so", 2)("insert", "sound", 6)("complete", "so", 2),
        expect=[*BEFORE, ["soul", "so"], None, ["sound", "soul"]],
    ),
    case(
        "ties in the order of text",
        library(("rock", 3), ("rap", 3), ("raga", 3))("complete", "r", 3),
        expect=[None, None, None, ["raga", "rap", "rock"]],
    ),
    case(
        "nothing begins so",
        RADIO("complete", "sax", 3)("complete", "sounds", 3),
        expect=[*BEFORE, [], []],
    ),
    case("the whole word typed", RADIO("complete", "soul", 5), expect=[*BEFORE, ["soul"]]),
    case(
        "nothing typed yet",
        RADIO("complete", "", 2),
        expect=[*BEFORE, ["jazz", "soul"]],
        hidden=True,
    ),
    case(
        "fewer than k",
        RADIO("complete", "so", 9),
        expect=[*BEFORE, ["soul", "so", "sound"]],
        hidden=True,
    ),
    case(
        "an empty library",
        calls()("complete", "a", 1)("complete", "", 1),
        expect=[[], []],
        hidden=True,
    ),
    case(
        "a longer word first, then its beginning",
        library(("funky", 1), ("funk", 8))("complete", "fun", 5),
        expect=[None, None, ["funk", "funky"]],
        hidden=True,
    ),
    case(
        "the prefix is inside another word",
        library(("blues", 7), ("rhythm and blues", 30))("complete", "blues", 2),
        expect=[None, None, ["blues"]],
        hidden=True,
    ),
    case(
        "capitals are letters of their own",
        library(("Go", 1), ("go", 1), ("GO", 4))("complete", "G", 3),
        expect=[None, None, None, ["GO", "Go"]],
        hidden=True,
    ),
    case(
        "asking leaves no trace",
        library(("ska", 2))("complete", "skate", 3)("complete", "sk", 3)("complete", "", 3),
        expect=[None, [], ["ska"], ["ska"]],
        hidden=True,
    ),
    case(
        "letters with accents",
        library(("señal", 2), ("señor", 2), ("sena", 9))("complete", "señ", 5),
        expect=[None, None, None, ["señal", "señor"]],
        hidden=True,
    ),
    case(
        "the same word again and again",
        library(("dub", 1), ("duo", 2), ("dub", 1), ("dub", 1))("complete", "du", 1),
        expect=[None, None, None, None, ["dub"]],
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    script = calls()
    for _ in range(rng.randint(6, 30)):
        word = "".join(rng.choices("abc", k=rng.randint(1, 4)))
        if rng.random() < 0.65:
            script = script("insert", word, rng.randint(1, 4))
        else:
            script = script("complete", word[: rng.randint(0, 2)], rng.randint(1, 5))
    return script


def oracle(script):
    """A look at all words each time; the best is chosen, taken out, and the next is chosen."""
    plays, answers = {}, []
    for method, arguments in script.steps:
        if method == "insert":
            word, count = arguments
            plays[word] = plays.get(word, 0) + count
            answers.append(None)
            continue
        prefix, k = arguments
        left = [word for word in plays if word[: len(prefix)] == prefix]
        best = []
        while left and len(best) < k:
            most = max(plays[word] for word in left)
            best.append(min(word for word in left if plays[word] == most))
            left.remove(best[-1])
        answers.append(best)
    return answers


def growth(n):
    """Words of nine letters, four to a beginning of eight; each word asks for its beginning."""
    beginnings = [_spelled(number) for number in range(n // 4)]
    words = [beginning + ending for beginning in beginnings for ending in "dabc"]
    random.Random(n).shuffle(words)
    script = library(*((word, 1 + number % 7) for number, word in enumerate(words)))
    for word in words:
        script = script("complete", word[:8], 3)
    return script


def _spelled(number):
    return "".join("aeioknrt"[number >> 3 * place & 7] for place in range(8))
