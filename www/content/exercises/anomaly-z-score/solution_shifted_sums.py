import math


class ZScoreDetector:
    """Two plain sums, of readings less the very first one.

    Taking away a constant leaves the spread as it is and makes the numbers small, so that little
    is lost when the sums are subtracted. It needs one number more than Welford's update and is as
    good as long as the stream stays near where it began.
    """

    def __init__(self, threshold, warm_up):
        self.threshold = threshold
        self.warm_up = warm_up
        self.count = 0
        self.origin = None
        self.total = 0.0
        self.total_of_squares = 0.0

    def update(self, value):
        """Judges the newest reading by those before it; returns (z, anomalous)."""
        if self.origin is None:
            self.origin = value
        shifted = value - self.origin
        z, anomalous = 0.0, False
        if self.count >= self.warm_up:
            z = self.score(shifted)
            anomalous = abs(z) > self.threshold
        if not anomalous:
            self.count += 1
            self.total += shifted
            self.total_of_squares += shifted * shifted
        return z, anomalous

    def score(self, shifted):
        mean = self.total / self.count
        variance = (self.total_of_squares - self.total * mean) / (self.count - 1)
        if variance > 0:
            return (shifted - mean) / math.sqrt(variance)
        return math.copysign(math.inf, shifted - mean) if shifted != mean else 0.0
