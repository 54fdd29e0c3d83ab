import math


class ZScoreDetector:
    def __init__(self, threshold, warm_up):
        self.threshold = threshold
        self.warm_up = warm_up
        self.count = 0
        self.mean = 0.0
        self.squared_deviations = 0.0  # their sum, from the mean of all accepted readings

    def update(self, value):
        """Judges the newest reading by those before it; returns (z, anomalous)."""
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
        """Welford's update: the deviation from the old mean times that from the new one."""
        self.count += 1
        before = value - self.mean
        self.mean += before / self.count
        self.squared_deviations += before * (value - self.mean)
