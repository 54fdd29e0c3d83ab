import random
from itertools import permutations

from warmstart import case

NIGHTLY = {"train": ["clean", "labels"], "clean": ["raw"]}
CIRCLE = {"train": ["mine"], "mine": ["evaluate"], "evaluate": ["train"], "report": ["evaluate"]}

CASES = [
    case("a night without trouble", NIGHTLY, expect=(["labels", "raw", "clean", "train"], [])),
    case("a circle, and a report behind it", CIRCLE, expect=([], ["evaluate", "train", "mine"])),
    case(
        "a step that is freed comes first",
        {"a": ["c"], "b": [], "c": [], "d": []},
        expect=(["b", "c", "a", "d"], []),
    ),
    case("no steps", {}, expect=([], [])),
    case(
        "a step that needs itself",
        {"ping": ["ping"], "pong": []},
        expect=([], ["ping"]),
        hidden=True,
    ),
    case(
        "a chain against the alphabet",
        {"a": ["b"], "b": ["c"], "c": ["d"]},
        expect=(["d", "c", "b", "a"], []),
        hidden=True,
    ),
    case(
        "a prerequisite named twice",
        {"fit": ["raw", "raw"], "raw": []},
        expect=(["raw", "fit"], []),
        hidden=True,
    ),
    case(
        "steps that need nothing",
        {"b": [], "a": [], "c": []},
        expect=(["a", "b", "c"], []),
        hidden=True,
    ),
    case(
        "capitals before small letters",
        {"x": ["a"], "Zip": ["a"]},
        expect=(["a", "Zip", "x"], []),
        hidden=True,
    ),
    case(
        "a diamond",
        {"d": ["b", "c"], "b": ["a"], "c": ["a"]},
        expect=(["a", "b", "c", "d"], []),
        hidden=True,
    ),
    case(
        "two that wait for each other",
        {"q": ["p"], "p": ["q"]},
        expect=([], ["p", "q"]),
        hidden=True,
    ),
    case(
        "a circle behind healthy steps",
        {"b": ["a"], "c": ["b", "e"], "d": ["c"], "e": ["d"], "f": ["e"], "g": []},
        expect=([], ["c", "e", "d"]),
        hidden=True,
    ),
    case(
        "two pipelines side by side",
        {"a2": ["a1"], "b2": ["b1"], "a3": ["a2"], "b3": ["b2"]},
        expect=(["a1", "a2", "a3", "b1", "b2", "b3"], []),
        hidden=True,
    ),
    case(
        "a long way to a late name",
        {"a": ["z"], "m": ["a"], "b": []},
        expect=(["b", "z", "a", "m"], []),
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    """Edges from later to earlier places of a shuffled list; sometimes one that goes back."""
    names = list("stuvwx"[: rng.randint(3, 6)])
    rng.shuffle(names)
    while True:
        needs = {
            name: [earlier for earlier in names[:place] if rng.random() < 0.4]
            for place, name in enumerate(names)
        }
        if rng.random() < 0.6:
            back = rng.randrange(len(names) - 1)
            needs[names[back]].append(rng.choice(names[back + 1 :]))
        if len(_circles(needs)) <= 1:
            return (needs,)


def oracle(needs):
    """By definition: every circle tried; for the order, a look at all names before each step."""
    circles = _circles(needs)
    if circles:
        return [], list(circles[0])
    waiting = sorted(set(needs).union(*needs.values()))
    order = []
    while waiting:
        step = next(name for name in waiting if set(needs.get(name, ())) <= set(order))
        order.append(step)
        waiting.remove(step)
    return order, []


def _circles(needs):
    """All simple circles, each from its smallest name on, by trying every sequence of names."""
    found = []
    for length in range(1, len(needs) + 1):
        for steps in permutations(sorted(needs), length):
            follows = zip(steps, steps[1:] + steps[:1])
            if steps[0] == min(steps) and all(after in needs[step] for step, after in follows):
                found.append(steps)
    return found


def growth(n):
    """Half of the steps are ready at once; the others need three earlier ones each."""
    rng = random.Random(n)
    names = [f"step {number:05}" for number in range(n)]
    rng.shuffle(names)
    needs = {name: [] for name in names[: n // 2]}
    for place in range(n // 2, n):
        needs[names[place]] = [names[rng.randrange(place)] for _ in range(3)]
    return (needs,)
