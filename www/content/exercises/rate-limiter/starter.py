class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.interval_ms = interval_ms

    def take(self, now_ms, cost):
        """0 and the tokens are taken; else the milliseconds to wait, or None if it is hopeless."""
        return 0
