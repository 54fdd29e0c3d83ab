# The window starts over instead of moving
#
# When the window is full it is emptied, so the next mean is over a single value. A moving window
# lets go of one value, the oldest, each time a new one arrives: `popleft`, not `clear`.
class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.window = []

    def next(self, value):
        if len(self.window) == self.size:
            self.window.clear()
        self.window.append(value)
        return sum(self.window) / len(self.window)
