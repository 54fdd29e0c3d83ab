# The bucket has no rim
#
# What flows in is added without a limit, so after a quiet night of eight hours, 28,800 requests
# pass at once. The capacity is the longest burst that you allow: cut the level to it each time
# something flows in.
class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.interval_ms = interval_ms
        self.level = capacity * interval_ms
        self.latest = 0

    def take(self, now_ms, cost):
        elapsed = max(0, now_ms - self.latest)
        self.latest += elapsed
        self.level += elapsed
        needed = cost * self.interval_ms
        if cost > self.capacity:
            return None
        if needed > self.level:
            return needed - self.level
        self.level -= needed
        return 0
