import math
import random

from warmstart import case

AIRPORT = {
    "gate": [("shops", 2), ("exit", 9)],
    "shops": [("exit", 3)],
}

# The first edge that reaches "d" is not on the cheapest way, and neither is the first that reaches "c".
DETOUR = {
    "a": [("b", 1), ("c", 7), ("d", 20)],
    "b": [("c", 2), ("d", 15)],
    "c": [("d", 3)],
    "d": [],
}

# Two steps for 12, or four steps for 8; the nearest neighbour leads into a dead end.
HURRY = {
    "s": [("t", 1), ("u", 2), ("x", 4)],
    "t": [("dead end", 1)],
    "u": [("v", 2)],
    "v": [("w", 2)],
    "w": [("goal", 2)],
    "x": [("goal", 8)],
}

LOOP = {
    "a": [("b", 1)],
    "b": [("c", 1), ("a", 1)],
    "c": [("a", 1)],
    "island": [("a", 1)],
}

FREE = {
    "a": [("b", 0), ("c", 2)],
    "b": [("c", 0)],
    "c": [("d", 1.5)],
}

# A dear first edge, and behind it the cheap way to "c".
DEAR_DOOR = {
    "s": [("a", 10), ("b", 1)],
    "a": [("c", 1)],
    "b": [("c", 10.5)],
    "c": [("g", 1)],
}

# "c" is reached for 3 and sees the goal at 23; "d" is reached later and sees it at 9.
LATE_BARGAIN = {
    "s": [("b", 1), ("a", 2), ("d", 4)],
    "a": [("c", 1)],
    "b": [("c", 10)],
    "c": [("g", 20)],
    "d": [("g", 5)],
}

PARALLEL = {
    "a": [("b", 9), ("b", 4), ("b", 6), ("a", 1)],
}

CASES = [
    case("through the shops", AIRPORT, "gate", "exit", expect=(5, ["gate", "shops", "exit"])),
    case("no way back", AIRPORT, "exit", "gate", expect=(math.inf, [])),
    case("a detour is cheaper", DETOUR, "a", "d", expect=(6, ["a", "b", "c", "d"])),
    case("from a node to itself", DETOUR, "b", "b", expect=(0, ["b"])),
    case("more steps, less cost", HURRY, "s", "goal", expect=(8, ["s", "u", "v", "w", "goal"]), hidden=True),
    case("into a dead end", HURRY, "s", "dead end", expect=(2, ["s", "t", "dead end"]), hidden=True),
    case("behind a dear door", DEAR_DOOR, "s", "g", expect=(12, ["s", "a", "c", "g"]), hidden=True),
    case("a late bargain", LATE_BARGAIN, "s", "g", expect=(9, ["s", "d", "g"]), hidden=True),
    case("around a loop", LOOP, "a", "c", expect=(2, ["a", "b", "c"]), hidden=True),
    case("an island in a loop", LOOP, "a", "island", expect=(math.inf, []), hidden=True),
    case("edges that cost nothing", FREE, "a", "d", expect=(1.5, ["a", "b", "c", "d"]), hidden=True),
    case("parallel edges and a self-loop", PARALLEL, "a", "b", expect=(4, ["a", "b"]), hidden=True),
    case("a start that the graph lacks", AIRPORT, "lounge", "exit", expect=(math.inf, []), hidden=True),
    case("an empty graph", {}, "here", "here", expect=(0, ["here"]), hidden=True),
]

GENERATED = 10


def generate(rng):
    """Costs are not whole, so that no two paths cost the same."""
    nodes = rng.randint(2, 12)
    graph = random_graph(rng, nodes, rng.randint(nodes, 4 * nodes))
    return (graph, "n0", f"n{nodes - 1}")


def oracle(graph, start, goal):
    """Bellman and Ford: relax every edge until nothing changes."""
    best, previous = {start: 0}, {}
    changed = True
    while changed:
        changed = False
        for node, edges in graph.items():
            for neighbour, cost in edges:
                candidate = best.get(node, math.inf) + cost
                if candidate < best.get(neighbour, math.inf):
                    best[neighbour], previous[neighbour] = candidate, node
                    changed = True
    if goal not in best:
        return math.inf, []
    path = [goal]
    while path[0] != start:
        path.insert(0, previous[path[0]])
    return best[goal], path


def growth(nodes, edges):
    """A goal that is the last node to be reached, so that the whole graph has to be searched."""
    graph = random_graph(random.Random(nodes + edges), nodes, edges - nodes)
    for index in range(nodes):
        graph[f"n{index}"].append((f"n{(index + 1) % nodes}", 1 + index / nodes))
    graph["n0"].append(("goal", 1e9))
    return (graph, "n0", "goal")


def random_graph(rng, nodes, edges):
    graph = {f"n{index}": [] for index in range(nodes)}
    for _ in range(edges):
        a, b = rng.randrange(nodes), rng.randrange(nodes)
        graph[f"n{a}"].append((f"n{b}", round(rng.uniform(0.5, 20), 6)))
    return graph
