# Anomalous values do not enter the window
#
# It is a safe habit with mean and standard deviation. Here it locks the detector: after a change of
# level from 2 to 50 every value is anomalous, the window stays at 2, and the alarm never ends. The
# median tolerates nearly half of bad values, so let each of them in.
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
        anomalous = abs(score) > self.threshold
        if not anomalous:
            self.window.append(value)
        return score, anomalous

    def score(self, value):
        centre = median(self.window)
        distances = [abs(other - centre) for other in self.window]
        spread = MEDIAN_DISTANCE_TO_SPREAD * median(distances)
        if spread == 0:
            spread = MEAN_DISTANCE_TO_SPREAD * fmean(distances)
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread
