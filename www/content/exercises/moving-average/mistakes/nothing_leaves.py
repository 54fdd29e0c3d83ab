# Nothing ever leaves the window
#
# This is the mean of the whole stream: right until the window is full, then slower and slower to
# follow. Once more than `size` values have come, subtract the oldest from the sum. For that you have
# to keep the last `size` values, in order.
class MovingAverage:
    def __init__(self, size):
        self.total = 0.0
        self.count = 0

    def next(self, value):
        self.total += value
        self.count += 1
        return self.total / self.count
