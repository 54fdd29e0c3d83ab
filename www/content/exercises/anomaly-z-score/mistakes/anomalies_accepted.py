# Anomalous readings are accepted as well
#
# The first jump to 9 scores 6.9 and then becomes part of the past: the spread grows, and the second
# and third score 1.7 and 1.3. A fault that lasts would hide itself. Accept a reading only if it is
# not anomalous.
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
        self.squared_deviations += before * (value - self.mean)
