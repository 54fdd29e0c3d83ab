# The least often used goes, not the least recently used
#
# That is another cache, LFU. A key that was read three times in the morning stays, and today's are
# thrown out one by one as they come. Recency is an order, not a count: every use moves the key to
# the end, once or for the hundredth time.
from collections import Counter


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.uses = Counter()

    def get(self, key):
        if key in self.entries:
            self.uses[key] += 1
        return self.entries.get(key)

    def put(self, key, value):
        gone = None
        if key not in self.entries and len(self.entries) == self.capacity:
            gone = min(self.entries, key=self.uses.get)
            del self.entries[gone], self.uses[gone]
        self.entries[key] = value
        self.uses[key] += 1
        return gone
