import random
from fractions import Fraction

from warmstart import calls, case

MESSAGES = ["see you soon", "see you later", "see you later then", "call me later"]
BARGAIN = ["a b y"] * 3 + ["a b x"] + ["c b z"] * 12
CHORES = ["buy milk and bread", "buy bread", "bread and butter", "milk the cow and buy milk"]


def asked(texts, order, *questions):
    """A model with questions: (context, word) asks for a score, (context, 3) for three words."""
    script = calls([text.split() for text in texts], order)
    for context, wanted in questions:
        name = "suggest" if isinstance(wanted, int) else "score"
        script = script(name, context.split(), wanted)
    return script


CASES = [
    case(
        "see you later",
        asked(MESSAGES, 2, ("see you", "later"), ("love you", "later"), ("see you", "then")),
        expect=[2 / 3, 1 / 3, 1 / 52],
    ),
    case(
        "three words for the keyboard",
        asked(MESSAGES, 2, ("see you", 3), ("call me", 1)),
        expect=[["later", "soon", "see"], ["later"]],
    ),
    case(
        "a shorter context can win",
        asked(BARGAIN, 2, ("a b", 3), ("a b", "z"), ("a b", "x")),
        expect=[["y", "z", "x"], 0.375, 0.25],
    ),
    case(
        "nothing crosses the end of a sentence",
        asked(["good night", "moon rises"], 1, ("night", "moon"), ("night", "rises"), ("moon", 2)),
        expect=[1 / 8, 1 / 8, ["rises", "good"]],
    ),
    case(
        "a word never seen",
        asked(MESSAGES, 2, ("see you", "tomorrow"), ("", "tomorrow")),
        expect=[0.0, 0.0],
        hidden=True,
    ),
    case(
        "an unknown context halves too",
        asked(MESSAGES, 2, ("how are", "see"), ("are", "see"), ("", "see")),
        expect=[3 / 52, 3 / 26, 3 / 13],
        hidden=True,
    ),
    case(
        "a short context is no step down",
        asked(MESSAGES, 3, ("you", "later"), ("see you", "soon")),
        expect=[2 / 3, 1 / 3],
        hidden=True,
    ),
    case(
        "only the last words count",
        asked(MESSAGES, 1, ("call me see you", "soon"), ("never heard you", 2)),
        expect=[1 / 3, ["later", "soon"]],
        hidden=True,
    ),
    case(
        "order 0 knows frequencies alone",
        asked(CHORES, 0, ("buy", "milk"), ("the", "cow"), ("buy milk", 4)),
        hidden=True,
    ),
    case("fewer words than asked for", asked(["yes no"], 2, ("yes", 9)), hidden=True),
    case("alphabet decides", asked(["go d", "go b", "go c", "go a"], 1, ("go", 3)), hidden=True),
    case("no words are asked for", asked(MESSAGES, 2, ("see", 0)), expect=[[]], hidden=True),
    case("an empty sentence", asked(["", "hi there", ""], 2, ("hi", 2), ("", "hi")), hidden=True),
    case(
        "the last word of a sentence",
        asked(MESSAGES, 2, ("you later", "then"), ("you later", "see"), ("later", "then")),
        expect=[1.0, 3 / 52, 1.0],
        hidden=True,
    ),
    case("chores", asked(CHORES, 2, ("milk and", 3), ("buy milk", 4), ("and", "buy")), hidden=True),
]

GENERATED = 10


def generate(rng):
    words = "the a cat dog sat ran and on mat".split()[: rng.randint(2, 9)]
    texts = [" ".join(rng.choices(words, k=rng.randint(1, 7))) for _ in range(rng.randint(1, 12))]
    questions = []
    for _ in range(8):
        context = " ".join(rng.choices([*words, "zebra"], k=rng.randint(0, 4)))
        wanted = rng.randint(1, 5) if rng.random() < 0.5 else rng.choice([*words, "zebra"])
        questions.append((context, wanted))
    return asked(texts, rng.randint(0, 3), *questions)


def oracle(script):
    """The rule as it is written, over a list of all places, in fractions."""
    sentences, order = script.construct
    places = [(words[:end], words[end]) for words in sentences for end in range(len(words))]

    def score(history, word):
        behind = [w for before, w in places if before[len(before) - len(history) :] == history]
        behind = behind if len(history) else [w for _, w in places]
        if word in behind:
            return Fraction(behind.count(word), len(behind))
        return score(history[1:], word) / 2 if history else Fraction(0)

    answers = []
    for name, (context, wanted) in script.steps:
        history = context[::-1][:order][::-1]
        if name == "score":
            answers.append(float(score(history, wanted)))
        else:
            words = sorted({word for _, word in places})
            answers.append(sorted(words, key=lambda word: -score(history, word))[:wanted])
    return answers


def growth(n):
    """Few different words, so that contexts are long known and every score is one lookup."""
    rng = random.Random(n)
    texts = [" ".join(rng.choices("abc", k=8)) for _ in range(n // 8)]
    return asked(texts, 2, *((" ".join(rng.choices("abc", k=2)), "a") for _ in range(n // 2)))
