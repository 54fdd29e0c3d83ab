# Parts of a token are thrown away
#
# `(now − latest) // interval_ms` counts whole tokens, and then `latest` moves to now: what had
# flowed in beyond them is gone. Asked every 300 ms, a bucket that gains a token each second never
# gains one. Move `latest` on only by the time that became tokens, or keep the level in
# milliseconds.
class RateLimiter:
    def __init__(self, capacity, interval_ms):
        self.capacity = capacity
        self.interval_ms = interval_ms
        self.tokens = capacity
        self.latest = 0

    def take(self, now_ms, cost):
        now_ms = max(now_ms, self.latest)
        self.tokens = min(
            self.capacity, self.tokens + (now_ms - self.latest) // self.interval_ms
        )
        self.latest = now_ms
        if cost > self.capacity:
            return None
        if cost > self.tokens:
            return (cost - self.tokens) * self.interval_ms
        self.tokens -= cost
        return 0
