# A median distance of 0 is taken for no spread
#
# As soon as more than half of the window is equal, the median distance is 0. In 7, 7, 7, 7, 12 a 9
# then scores infinity, though the window itself reaches to 12. Try the mean distance first; only if
# that is 0 too, the values are all equal.
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
        distances = [abs(other - centre) for other in self.window]
        spread = MEDIAN_DISTANCE_TO_SPREAD * median(distances)
        if spread == 0:
            return math.copysign(math.inf, value - centre) if value != centre else 0.0
        return (value - centre) / spread
