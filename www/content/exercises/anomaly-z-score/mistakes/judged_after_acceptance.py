# The reading takes part in its own judgement
#
# It is accepted first, so a far one pulls the mean towards itself and widens the spread: with ten
# readings no z can exceed 9 / √10 = 2.85, and after 10, 12, 11, 13, 12 the jump to 20 scores only
# about 2. Judge by what came before, then accept.
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
        before = self.count, self.mean, self.squared_deviations
        self.accept(value)
        z = self.score(value)
        anomalous = abs(z) > self.threshold
        if anomalous:
            self.count, self.mean, self.squared_deviations = before
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
