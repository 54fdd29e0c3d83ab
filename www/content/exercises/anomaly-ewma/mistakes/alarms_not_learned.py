# Values outside are not learned at all
#
# A lasting step from 10 to 30 then stays an alarm for ever, because mean and limits stand still.
# The task lets such a value count as if it lay on the nearest limit, so that the chart moves after
# it.
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
        if low <= value <= high:
            self.learn(value)
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
