# A hit does not count as a use
#
# This forgets what was *stored* longest ago: first in, first out. "dog" was read right before
# "snow" came, so "beach" should have gone, and the most popular query of all is thrown out as soon
# as it is old. Move the entry to the end in `get`, too.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        return self.entries.get(key)

    def put(self, key, value):
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            return self.entries.popitem(last=False)[0]
        return None
