class MovingAverage:
    """Fixed memory, allocated once: what you would write in C for a microcontroller."""

    def __init__(self, size):
        self.values = [0.0] * size
        self.place = 0
        self.filled = 0
        self.total = 0.0

    def next(self, value):
        """Takes the newest value; returns the mean of the last `size` values."""
        self.total += value - self.values[self.place]
        self.values[self.place] = value
        self.place = (self.place + 1) % len(self.values)
        self.filled = min(self.filled + 1, len(self.values))
        return self.total / self.filled
