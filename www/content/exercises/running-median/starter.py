import heapq


class RunningMedian:
    def __init__(self):
        self.values = []

    def add(self, milliseconds):
        """Takes the newest value; returns the median of all so far."""
        return milliseconds
