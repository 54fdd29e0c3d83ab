from fractions import Fraction

from warmstart import case

SOUPS = [["soup", "broth"], ["stew", "broth", "soup"]]

# Each name is first, second and third once: all are level.
ROUND = [["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]]

# a, b and c reach places 1, 2 and 4 each, in another order: 1/11 + 1/12 + 1/14 either way.
EQUAL = [["b", "c", "x", "a"], ["a", "b", "y", "c"], ["c", "a", "z", "b"]]


def turned(names, lists):
    """The same names, each list beginning one further on."""
    return [names[i:] + names[:i] for i in range(lists)]


CASES = [
    case(
        "two searches for soup",
        SOUPS,
        expect=[("soup", 1 / 61 + 1 / 63), ("broth", 2 / 62), ("stew", 1 / 61)],
    ),
    case(
        "level, and one of them was first",
        [["z", "m", "q"], ["q", "m", "z"], ["a"]],
        expect=[("q", 1 / 61 + 1 / 63), ("z", 1 / 61 + 1 / 63), ("m", 2 / 62), ("a", 1 / 61)],
    ),
    case("a small k trusts the first place", [["x", "y"], ["w", "y"]], 1),
    case("equal on paper", EQUAL, 10),
    case("the alphabet decides", ROUND, hidden=True),
    case("no rankings", [], expect=[], hidden=True),
    case("nothing but empty rankings", [[], []], expect=[], hidden=True),
    case("one ranking stays as it is", [["d", "b", "c", "a"]], hidden=True),
    case(
        "named twice in one list",
        [["pie", "tart", "pie"], ["tart", "cake"]],
        10,
        expect=[("tart", 1 / 12 + 1 / 11), ("pie", 1 / 11), ("cake", 1 / 12)],
        hidden=True,
    ),
    case("a repetition keeps its place", [["a", "a", "a", "b"], ["c", "c", "d", "b"]], hidden=True),
    case(
        "once first, or twice third",
        [["z", "x", "a"], ["y", "w", "a"]],
        1,
        expect=[("y", 1 / 2), ("z", 1 / 2), ("a", 1 / 2), ("w", 1 / 3), ("x", 1 / 3)],
        hidden=True,
    ),
    case("one third twice, or two thirds once", [["p"], ["x", "q"], ["x", "q"]], 1, hidden=True),
    case("five lists, five names", turned(list("vwxyz"), 5), hidden=True),
    case("seven lists, seven names", turned(list("tuvwxyz"), 7), 3, hidden=True),
    case("seven names, turned back", turned(list("zyxwvut"), 7), 10, hidden=True),
    case("many seconds beat one first", [["a", "b"], ["c", "b"], ["d", "b"]], hidden=True),
    case("no name in common", [["b", "d"], ["a", "c"]], hidden=True),
]

GENERATED = 12


def generate(rng):
    """Few names, so that they meet in many lists."""
    while True:
        names = list("abcdefgh")[: rng.randint(2, 8)]
        rankings = []
        for _ in range(rng.randint(1, 5)):
            ranking = rng.sample(names, rng.randint(0, len(names)))
            if ranking and rng.random() < 0.3:
                ranking.insert(rng.randrange(len(ranking) + 1), rng.choice(ranking))
            rankings.append(ranking)
        arguments = (rankings, rng.choice([60, 60, 10, 1]))
        if valid(*arguments):
            return arguments


def valid(rankings, k=60):
    """Two scores are the same fraction, or clearly apart."""
    if k <= 0 or not all(isinstance(name, str) for ranking in rankings for name in ranking):
        return False
    scores = sorted({score for score, _ in _scores(rankings, k).values()})
    return all(higher - lower > 1e-10 for lower, higher in zip(scores, scores[1:]))


def oracle(rankings, k=60):
    """A name at a time, in exact fractions."""
    scores = _scores(rankings, k)
    order = sorted(scores, key=lambda name: (-scores[name][0], scores[name][1], name))
    return [(name, float(scores[name][0])) for name in order]


def _scores(rankings, k):
    scores = {}
    for name in {name for ranking in rankings for name in ranking}:
        places = [ranking.index(name) + 1 for ranking in rankings if name in ranking]
        scores[name] = (sum(1 / (Fraction(k) + place) for place in places), min(places))
    return scores


def growth(n):
    """Two lists of the same names, the second one the other way round."""
    names = [f"recipe {i:05d}" for i in range(n // 2)]
    return ([names, names[::-1]],)
