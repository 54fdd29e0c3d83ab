# The limits have already seen the value
#
# The chart learns first and judges then, so each value moves the limits towards itself. For the
# first 32 the limits should be 28.88 and 33.12; with the 32 in them they are 28.95 and 33.45. Take
# the limits, then learn.
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
        reach = self.width * max(math.sqrt(self.variance), self.floor)
        low, high = self.mean - reach, self.mean + reach
        return low, high, not low <= value <= high

    def start(self):
        values = self.first_values
        self.mean = sum(values) / len(values)
        self.variance = sum((value - self.mean) ** 2 for value in values) / len(values)
        self.first_values = []

    def learn(self, value):
        deviation = value - self.mean
        self.mean += self.alpha * deviation
        self.variance = (1 - self.alpha) * (self.variance + self.alpha * deviation**2)
