# n^2: `insort` finds the place quickly, and then moves everything behind it.
from bisect import insort


class RunningMedian:
    def __init__(self):
        self.values = []

    def add(self, milliseconds):
        insort(self.values, milliseconds)
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return self.values[middle]
        return (self.values[middle - 1] + self.values[middle]) / 2
