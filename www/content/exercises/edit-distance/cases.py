import heapq
import math
import random

from warmstart import case

PLAY = ["play", "some", "jazz"]

CASES = [
    case(
        "two ways to cost 2",
        PLAY,
        ["play", "jazz", "now"],
        expect=(2 / 3, [("play", "play"), ("some", "jazz"), ("jazz", "now")]),
    ),
    case(
        "a word is missing",
        ["turn", "the", "light", "off"],
        ["turn", "light", "off"],
        expect=(0.25, [("turn", "turn"), ("the", None), ("light", "light"), ("off", "off")]),
    ),
    case("all right", PLAY, PLAY, expect=(0.0, [(word, word) for word in PLAY])),
    case(
        "noise before the words",
        ["stop"],
        ["uh", "the", "stop"],
        expect=(2.0, [(None, "uh"), (None, "the"), ("stop", "stop")]),
    ),
    case(
        "nothing was recognised",
        ["set", "a", "timer"],
        [],
        expect=(1.0, [("set", None), ("a", None), ("timer", None)]),
        hidden=True,
    ),
    case(
        "nothing was said",
        [],
        ["bless", "you"],
        expect=(math.inf, [(None, "bless"), (None, "you")]),
        hidden=True,
    ),
    case("silence, rightly", [], [], expect=(0.0, []), hidden=True),
    case("all wrong", ["wreck", "a", "nice"], ["recognise", "some", "speech"], hidden=True),
    case(
        "capitals differ",
        ["Call", "Ann"],
        ["call", "Ann"],
        expect=(0.5, [("Call", "call"), ("Ann", "Ann")]),
        hidden=True,
    ),
    case("shifted by one", ["a", "b", "c", "d", "e"], ["b", "c", "d", "e", "f"], hidden=True),
    case(
        "a word said twice",
        ["no", "no"],
        ["no"],
        expect=(0.5, [("no", None), ("no", "no")]),
        hidden=True,
    ),
    case(
        "a word heard twice",
        ["yes"],
        ["yes", "yes"],
        expect=(1.0, [(None, "yes"), ("yes", "yes")]),
        hidden=True,
    ),
    case(
        "words swapped",
        ["left", "right"],
        ["right", "left"],
        expect=(1.0, [("left", "right"), ("right", "left")]),
        hidden=True,
    ),
    case(
        "the end is cut off",
        ["wake", "me", "up", "at", "six"],
        ["wake", "me", "up"],
        expect=(0.4, [("wake", "wake"), ("me", "me"), ("up", "up"), ("at", None), ("six", None)]),
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    """Few different words, so that several alignments cost the same."""
    reference = rng.choices(["no", "so", "go", "oh"], k=rng.randint(1, 9))
    if rng.random() < 0.4:
        return (reference, rng.choices(["no", "so", "go", "oh"], k=rng.randint(0, 9)))
    heard = []
    for word in reference:
        luck = rng.random()
        if luck > 0.2:
            heard.append(word)
        elif luck > 0.1:
            heard.append(rng.choice(["oh", "low"]))
        if rng.random() < 0.15:
            heard.append("uh")
    return (reference, heard)


def oracle(reference, hypothesis):
    """Dijkstra's search on the graph of alignments, then back along edges that are cheapest."""
    best, frontier = {}, [(0, 0, 0)]
    while frontier:
        cost, i, j = heapq.heappop(frontier)
        if (i, j) in best:
            continue
        best[i, j] = cost
        if i < len(reference) and j < len(hypothesis):
            heapq.heappush(frontier, (cost + (reference[i] != hypothesis[j]), i + 1, j + 1))
        if i < len(reference):
            heapq.heappush(frontier, (cost + 1, i + 1, j))
        if j < len(hypothesis):
            heapq.heappush(frontier, (cost + 1, i, j + 1))
    i, j = len(reference), len(hypothesis)
    errors, pairs = best[i, j], []
    while (i, j) != (0, 0):
        differ = i > 0 and j > 0 and reference[i - 1] != hypothesis[j - 1]
        if best.get((i - 1, j - 1), math.inf) + differ == best[i, j]:
            i, j = i - 1, j - 1
            pairs.insert(0, (reference[i], hypothesis[j]))
        elif best.get((i - 1, j), math.inf) + 1 == best[i, j]:
            i -= 1
            pairs.insert(0, (reference[i], None))
        else:
            j -= 1
            pairs.insert(0, (None, hypothesis[j]))
    if not reference:
        return (math.inf if hypothesis else 0.0), pairs
    return errors / len(reference), pairs


def growth(n):
    """Half of the words agree, at random: no way is so good that others need no look."""
    rng = random.Random(n)
    words = ["no", "so", "go", "oh", "low", "row"]
    reference = rng.choices(words, k=n)
    hypothesis = [word if rng.random() < 0.5 else rng.choice(words) for word in reference]
    return (reference, hypothesis)
