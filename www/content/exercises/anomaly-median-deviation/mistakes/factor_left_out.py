# The median distance is used as it is
#
# For normal values half of them lie within 0.67 standard deviations, so the median distance is too
# small by that factor, and every score 48 % too large: a threshold of 3.5 then acts like 2.4.
# Multiply by 1.4826.
import math
from collections import deque
from statistics import fmean, median

MEDIAN_DISTANCE_TO_SPREAD = 1
MEAN_DISTANCE_TO_SPREAD = 1.2533


class MedianDetector:
    def __init__(self, size, threshold):
        self.threshold = threshold
        self.window = deque(maxlen=size)

    def update(self, value):
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
