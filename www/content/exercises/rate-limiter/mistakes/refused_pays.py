# A refused request pays too
#
# The cost is subtracted before the level is looked at, and stays subtracted when the answer is no.
# A client that asks three times digs itself a hole: with one token left, three refused requests of
# two leave minus five. Subtract only when the request passes.
class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.interval_ms = interval_ms
        self.level = capacity * interval_ms
        self.latest = 0

    def take(self, now_ms, cost):
        elapsed = max(0, now_ms - self.latest)
        self.latest += elapsed
        self.level = min(self.capacity * self.interval_ms, self.level + elapsed)
        if cost > self.capacity:
            return None
        self.level -= cost * self.interval_ms
        if self.level < 0:
            return -self.level
        return 0
