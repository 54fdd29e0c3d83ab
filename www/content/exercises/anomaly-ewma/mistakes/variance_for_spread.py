# The limits are multiples of the variance
#
# A variance has the square of the unit: with a variance of 0.5 the limits come out at ±1.5 instead
# of ±2.12, and with one of 9 at ±27 instead of ±9. Take its square root first.
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
        reach = self.width * max(self.variance, self.floor)
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
