# The floor is never used
#
# After 5, 5, 5 the variance is 0 and both limits are 5, and so an 8 is an alarm, though the
# measurement resolves no better than 1.5. The limits are at least `width * floor` from the mean.
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
        reach = self.width * math.sqrt(self.variance)
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
        self.variance = (1 - self.alpha) * (self.variance + self.alpha * deviation**2)
