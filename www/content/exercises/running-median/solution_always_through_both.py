import heapq


class RunningMedian:
    """Sends each value through one heap into the other, so that no case has to be told apart.

    Even counts: the value goes through the upper half, and its smallest comes down. Odd counts:
    the other way. One heap operation more a value than the reference, and three lines.
    """

    def __init__(self):
        self.lower = []
        self.upper = []

    def add(self, milliseconds):
        """Takes the newest value; returns the median of all so far."""
        if len(self.lower) == len(self.upper):
            heapq.heappush(self.lower, -heapq.heappushpop(self.upper, milliseconds))
            return -self.lower[0]
        heapq.heappush(self.upper, -heapq.heappushpop(self.lower, -milliseconds))
        return (self.upper[0] - self.lower[0]) / 2
