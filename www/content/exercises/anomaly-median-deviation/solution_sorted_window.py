import math
from bisect import bisect_left, insort
from collections import deque


class MedianDetector:
    """Keeps the window sorted, so that nothing is sorted afresh for each value.

    The median is read off. The distances fall towards it from the left and rise from it to the
    right; merging the two sides from the middle outwards gives their median in half a window.
    """

    def __init__(self, size, threshold):
        self.size = size
        self.threshold = threshold
        self.arrivals = deque()
        self.ordered = []

    def update(self, value):
        """Judges the newest value by the window before it; returns (score, anomalous)."""
        score = 0.0
        if len(self.ordered) == self.size:
            score = self.score(value)
            oldest = self.arrivals.popleft()
            del self.ordered[bisect_left(self.ordered, oldest)]
        self.arrivals.append(value)
        insort(self.ordered, value)
        return score, abs(score) > self.threshold

    def score(self, value):
        middle = self.size // 2
        centre = (self.ordered[(self.size - 1) // 2] + self.ordered[middle]) / 2
        spread = 1.4826 * self.median_distance(centre)
        if spread == 0:
            spread = 1.2533 * sum(abs(other - centre) for other in self.ordered) / self.size
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread

    def median_distance(self, centre):
        left, right = (self.size - 1) // 2, (self.size - 1) // 2 + 1
        nearest = []
        while len(nearest) <= self.size // 2:
            from_left = centre - self.ordered[left] if left >= 0 else math.inf
            from_right = self.ordered[right] - centre if right < self.size else math.inf
            nearest.append(min(from_left, from_right))
            if from_left <= from_right:
                left -= 1
            else:
                right += 1
        return (nearest[(self.size - 1) // 2] + nearest[self.size // 2]) / 2
