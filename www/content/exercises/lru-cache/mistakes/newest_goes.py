# The newest entry goes, not the oldest
#
# `popitem()` takes from the end, which is where the entry has just been put: a full cache refuses
# everything new and keeps its first entries for ever. The oldest is at the front:
# `popitem(last=False)`.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        if key not in self.entries:
            return None
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key, value):
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            return self.entries.popitem()[0]
        return None
