# The middle in order of arrival
#
# Nothing is ever sorted here, so the middle of 120, 80, 60000 is whatever came second. The median
# is the middle in order of *size*. It looks right on a stream that only rises, which is a poor
# test.
class RunningMedian:
    def __init__(self):
        self.values = []

    def add(self, milliseconds):
        self.values.append(milliseconds)
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return self.values[middle]
        return (self.values[middle - 1] + self.values[middle]) / 2
