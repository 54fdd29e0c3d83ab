import heapq
import math


def shortest_path(graph, start, goal):
    """Cheapest way as (cost, [start, ..., goal]); (math.inf, []) if there is none."""
    return math.inf, []
