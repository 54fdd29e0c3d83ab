import math


class ControlChart:
    """Two exponential averages of the same kind: of the values, and of their squares.

    Easy to remember, and equal on paper: the variance is the mean of the squares less the square
    of the mean. Values are taken less the first mean, or that subtraction loses its digits.
    """

    def __init__(self, alpha, width, floor, warm_up):
        self.alpha = alpha
        self.width = width
        self.floor = floor
        self.warm_up = warm_up
        self.first_values = []
        self.origin = None

    def update(self, value):
        """(low, high, alarm) for the newest value; None during the warm-up."""
        if self.origin is None:
            self.first_values.append(value)
            if len(self.first_values) == self.warm_up:
                self.start()
            return None
        spread = math.sqrt(max(0.0, self.square - self.mean**2))
        reach = self.width * max(spread, self.floor)
        low, high = self.origin + self.mean - reach, self.origin + self.mean + reach
        learned = min(max(value, low), high) - self.origin
        self.mean += self.alpha * (learned - self.mean)
        self.square += self.alpha * (learned**2 - self.square)
        return low, high, not low <= value <= high

    def start(self):
        values = self.first_values
        self.origin = sum(values) / len(values)
        self.mean = 0.0
        self.square = sum((value - self.origin) ** 2 for value in values) / len(values)
        self.first_values = []
