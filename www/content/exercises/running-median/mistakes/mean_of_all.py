# The mean, not the median
#
# After 120, 80 and 60000 milliseconds this returns 20,067: one request that hung speaks for all
# three. The median asks for the middle in sorted order, 120, and would be the same if the request
# had hung for an hour.
class RunningMedian:
    def __init__(self):
        self.total = 0
        self.count = 0

    def add(self, milliseconds):
        self.total += milliseconds
        self.count += 1
        return self.total / self.count
