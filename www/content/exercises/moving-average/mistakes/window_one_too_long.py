# The window holds one value too many
#
# The check runs before the new value is in, and only lets go once the window is already too long: it
# settles at `size + 1` values. With a window of 3, the fourth mean still contains the first value.
# Append first, then drop the oldest if `len(self.window) > self.size`.
from collections import deque


class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.window = deque()

    def next(self, value):
        if len(self.window) > self.size:
            self.window.popleft()
        self.window.append(value)
        return sum(self.window) / len(self.window)
