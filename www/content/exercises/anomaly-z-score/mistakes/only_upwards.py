# Only jumps upwards are noticed
#
# `z > threshold` lets a fall pass, however deep: −40 after readings around 12 is accepted. Compare
# the distance, `abs(z)`.
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
        anomalous = z > self.threshold
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
        self.squared_deviations += before * (value - self.mean)
