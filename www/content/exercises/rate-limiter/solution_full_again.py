class RateLimiter:
    """One moment instead of a level: when the bucket will be full again.

    Nothing has to flow in, because waiting changes no number: the level now is what lies between
    that moment and a whole bucket's filling time. Networks know this as the generic cell rate
    algorithm. A record in a shared store is the moment, and the latest time for a clock that may
    be set back.
    """

    def __init__(self, capacity, interval_ms):
        self.interval_ms = interval_ms
        self.filling_ms = capacity * interval_ms
        self.full_again_ms = 0
        self.latest_ms = 0

    def take(self, now_ms, cost):
        """0 and the tokens are taken; else the milliseconds to wait, or None if it is hopeless."""
        self.latest_ms = max(self.latest_ms, now_ms)
        if cost * self.interval_ms > self.filling_ms:
            return None
        full_again_ms = max(self.full_again_ms, self.latest_ms) + cost * self.interval_ms
        wait_ms = full_again_ms - (self.latest_ms + self.filling_ms)
        if wait_ms > 0:
            return wait_ms
        self.full_again_ms = full_again_ms
        return 0
