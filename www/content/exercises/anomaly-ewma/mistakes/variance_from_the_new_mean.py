# The deviation is taken from the mean that has moved
#
# After `m += alpha * d` the value is only (1 − α) · d away, and its square is too small by
# (1 − α)²: with α = 0.9 a hundredth is left. Compute `d` once, before the mean moves, and use it
# for both.
import math


class ControlChart:
    def __init__(self, alpha, width, floor, warm_up):
        self.alpha = alpha
        self.width = width
        self.floor = floor
        self.warm_up = warm_up
        self.first_values = []
        self.mean = None
        self.variance = None

    def update(self, value):
        if self.mean is None:
            self.first_values.append(value)
            if len(self.first_values) == self.warm_up:
                self.start()
            return None
        reach = self.width * max(math.sqrt(self.variance), self.floor)
        low, high = self.mean - reach, self.mean + reach
        self.learn(min(max(value, low), high))
        return low, high, not low <= value <= high

    def start(self):
        values = self.first_values
        self.mean = sum(values) / len(values)
        self.variance = sum((value - self.mean) ** 2 for value in values) / len(values)
        self.first_values = []

    def learn(self, value):
        deviation = value - self.mean
        self.mean += self.alpha * deviation
        deviation = value - self.mean
        self.variance = (1 - self.alpha) * (self.variance + self.alpha * deviation**2)
