# The mean of the two middle values is rounded down
#
# `//` gives the largest whole number below: 3 and 4 give 3 instead of 3.5, and −1 and −2 give −2.
# Durations in whole milliseconds do not have whole medians. Divide with `/`.
import bisect


class RunningMedian:
    def __init__(self):
        self.values = []

    def add(self, milliseconds):
        bisect.insort(self.values, milliseconds)
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return self.values[middle]
        return (self.values[middle - 1] + self.values[middle]) // 2
