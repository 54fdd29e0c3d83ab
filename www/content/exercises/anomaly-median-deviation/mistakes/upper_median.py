# The median of an even window is the upper one
#
# `sorted(w)[len(w) // 2]` is the middle only of an odd number of values. Of 1, 2, 4, 9 it is 4, and
# the median is 3. That is wrong for the centre and for the distances.
import math
from collections import deque
from statistics import fmean, median_high

MEDIAN_DISTANCE_TO_SPREAD = 1.4826
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
        centre = median_high(self.window)
        distances = [abs(other - centre) for other in self.window]
        spread = MEDIAN_DISTANCE_TO_SPREAD * median_high(distances)
        if spread == 0:
            spread = MEAN_DISTANCE_TO_SPREAD * fmean(distances)
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread
