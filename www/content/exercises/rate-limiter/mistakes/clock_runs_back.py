# A clock that was set back takes tokens away
#
# `now − latest` is negative after the clock was set back, so the bucket loses what it held; and as
# `latest` goes back too, the same stretch of time flows in twice later. Treat a time before the
# latest as the latest: `max(0, now_ms - latest)`.
class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.interval_ms = interval_ms
        self.level = capacity * interval_ms
        self.latest = 0

    def take(self, now_ms, cost):
        full = self.capacity * self.interval_ms
        self.level = min(full, self.level + now_ms - self.latest)
        self.latest = now_ms
        needed = cost * self.interval_ms
        if needed > full:
            return None
        if needed > self.level:
            return needed - self.level
        self.level -= needed
        return 0
