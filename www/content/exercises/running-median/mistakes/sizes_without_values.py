# The heaps are kept equal in size, but not in order
#
# Values go to the two heaps by turns, whatever they are. After 120, 80 and 60000 the lower half
# holds 120 and 60000, and the result is 60000. The sizes are right and the halves are not:
# everything in `lower` must be at most everything in `upper`. Push each value into one heap and
# move the top of that heap across.
import heapq


class RunningMedian:
    def __init__(self):
        self.lower = []
        self.upper = []

    def add(self, milliseconds):
        if len(self.lower) == len(self.upper):
            heapq.heappush(self.lower, -milliseconds)
            return -self.lower[0]
        heapq.heappush(self.upper, milliseconds)
        return (self.upper[0] - self.lower[0]) / 2
