class RateLimiter:
    """Keeps the bucket as milliseconds of inflow, which are whole: a token is `interval_ms`."""

    def __init__(self, capacity, interval_ms):
        self.interval_ms = interval_ms
        self.full_ms = capacity * interval_ms
        self.level_ms = self.full_ms
        self.latest_ms = 0

    def take(self, now_ms, cost):
        """0 and the tokens are taken; else the milliseconds to wait, or None if it is hopeless."""
        self.flow_in(now_ms)
        needed_ms = cost * self.interval_ms
        if needed_ms > self.full_ms:
            return None
        if needed_ms > self.level_ms:
            return needed_ms - self.level_ms
        self.level_ms -= needed_ms
        return 0

    def flow_in(self, now_ms):
        elapsed_ms = max(0, now_ms - self.latest_ms)
        self.latest_ms += elapsed_ms
        self.level_ms = min(self.full_ms, self.level_ms + elapsed_ms)
