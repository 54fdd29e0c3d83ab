# The path with the fewest steps, not the lowest cost
#
# A queue visits nodes in the order of steps from the start. In the airport that finds the direct edge
# for 9 before the way through the shops for 5. Take the node with the lowest cost so far instead of
# the oldest: a heap of `(cost, node)` in place of the queue.
import math
from collections import deque


def shortest_path(graph, start, goal):
    queue = deque([(start, 0, [start])])
    seen = {start}
    while queue:
        node, cost, path = queue.popleft()
        if node == goal:
            return cost, path
        for neighbour, edge_cost in graph.get(node, ()):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append((neighbour, cost + edge_cost, path + [neighbour]))
    return math.inf, []
