# A counter that starts afresh with each window
#
# This counts what passed since the last multiple of `capacity * interval_ms`. Three requests at
# 2,900 ms and three more at 3,100 ms all pass, though the quota is three in three seconds. A bucket
# refills evenly, so what was spent at the end of one window still counts at the start of the next.
class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.length = capacity * interval_ms
        self.window = 0
        self.spent = 0
        self.latest = 0

    def take(self, now_ms, cost):
        self.latest = max(self.latest, now_ms)
        if cost > self.capacity:
            return None
        window = self.latest // self.length
        if window != self.window:
            self.window, self.spent = window, 0
        if self.spent + cost > self.capacity:
            return (window + 1) * self.length - self.latest
        self.spent += cost
        return 0
