# n^2: each value adds up its whole window again, and the window grows with the stream.
class MovingAverage:
    def __init__(self, size):
        self.size = size
        self.values = []

    def next(self, value):
        self.values.append(value)
        window = self.values[-self.size :]
        return sum(window) / len(window)
