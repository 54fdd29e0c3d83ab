import math
from collections import deque
from statistics import fmean, median

# For normal values, these times the median and the mean distance estimate the standard deviation.
MEDIAN_DISTANCE_TO_SPREAD = 1.4826
MEAN_DISTANCE_TO_SPREAD = 1.2533


class MedianDetector:
    def __init__(self, size, threshold):
        self.threshold = threshold
        self.window = deque(maxlen=size)

    def update(self, value):
        """Judges the newest value by the window before it; returns (score, anomalous)."""
        score = 0.0
        if len(self.window) == self.window.maxlen:
            score = self.score(value)
        self.window.append(value)
        return score, abs(score) > self.threshold

    def score(self, value):
        centre = median(self.window)
        distances = [abs(other - centre) for other in self.window]
        spread = MEDIAN_DISTANCE_TO_SPREAD * median(distances)
        if spread == 0:
            spread = MEAN_DISTANCE_TO_SPREAD * fmean(distances)
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread
