# The halves are never brought back into balance
#
# Each value goes to the side of the first one and stays there. With 1, 2, 4, 8, 16 the lower half
# keeps the 1 alone, the upper one gets all others, and the two tops are no longer the middle. After
# each push, move one top across if a side has become too long.
import heapq


class RunningMedian:
    def __init__(self):
        self.lower = []
        self.upper = []

    def add(self, milliseconds):
        if not self.lower or milliseconds <= -self.lower[0]:
            heapq.heappush(self.lower, -milliseconds)
        else:
            heapq.heappush(self.upper, milliseconds)
        if len(self.lower) > len(self.upper):
            return -self.lower[0]
        if len(self.upper) > len(self.lower):
            return self.upper[0]
        return (self.upper[0] - self.lower[0]) / 2
