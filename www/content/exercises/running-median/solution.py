import heapq


class RunningMedian:
    """The lower half in a heap with its largest on top, the upper half with its smallest on top.

    The lower half holds as many values as the upper one, or one more.
    """

    def __init__(self):
        self.lower = []  # negated, because heapq keeps the smallest on top
        self.upper = []

    def add(self, milliseconds):
        """Takes the newest value; returns the median of all so far."""
        if self.lower and milliseconds > -self.lower[0]:
            heapq.heappush(self.upper, milliseconds)
        else:
            heapq.heappush(self.lower, -milliseconds)
        self.balance()
        if len(self.lower) > len(self.upper):
            return -self.lower[0]
        return (self.upper[0] - self.lower[0]) / 2

    def balance(self):
        """Moves one top across if the halves differ by more than they may."""
        if len(self.lower) > len(self.upper) + 1:
            heapq.heappush(self.upper, -heapq.heappop(self.lower))
        elif len(self.upper) > len(self.lower):
            heapq.heappush(self.lower, -heapq.heappop(self.upper))
