# Deviations with their signs
#
# Without `abs` the deviations lie on both sides of 0, and so does their median: it is 0 by the very
# meaning of the centre. The first spread is then never used. Take distances.
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
        if len(self.window) == self.window.maxlen:
            score = self.score(value)
        self.window.append(value)
        return score, abs(score) > self.threshold

    def score(self, value):
        centre = median(self.window)
        deviations = [other - centre for other in self.window]
        distances = [abs(deviation) for deviation in deviations]
        spread = MEDIAN_DISTANCE_TO_SPREAD * abs(median(deviations))
        if spread == 0:
            spread = MEAN_DISTANCE_TO_SPREAD * fmean(distances)
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread
