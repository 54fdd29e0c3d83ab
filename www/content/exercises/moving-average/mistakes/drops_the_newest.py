# The newest value is dropped, not the oldest
#
# `pop()` takes from the same end that `append` adds to, so the window keeps its first values for
# ever and the mean stops moving. The oldest value is at the other end: `popleft()` on a deque.
from collections import deque


class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.window = deque()

    def next(self, value):
        self.window.append(value)
        if len(self.window) > self.size:
            self.window.pop()
        return sum(self.window) / len(self.window)
