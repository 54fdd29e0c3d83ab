# The value is in the window that judges it
#
# It is appended before it is judged, and the oldest value has left. Close to its neighbours that
# changes little; with 7, 7, 7, 7, 12 before it, a 9 now stands in a window of 7, 7, 7, 12, 9. Judge
# by the values before, then append.
import math
from collections import deque
from statistics import fmean, median

MEDIAN_DISTANCE_TO_SPREAD = 1.4826
MEAN_DISTANCE_TO_SPREAD = 1.2533


class MedianDetector:
    def __init__(self, size, threshold):
        self.threshold = threshold
        self.window = deque(maxlen=size)

    def update(self, value):
        score = 0.0
        full = len(self.window) == self.window.maxlen
        self.window.append(value)
        if full:
            score = self.score(value)
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
