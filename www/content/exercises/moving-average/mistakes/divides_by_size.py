# Divided by the size, not by the count
#
# Before the window is full, fewer than `size` values are in it. After the single value 4 with a
# window of 3 this returns 4 / 3, as if two zeros had come first. Divide by the number of values in
# the window: `len(self.window)`.
from collections import deque


class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.window = deque()
        self.total = 0.0

    def next(self, value):
        self.window.append(value)
        self.total += value
        if len(self.window) > self.size:
            self.total -= self.window.popleft()
        return self.total / self.size
