# Room is made before it is known whether any is needed
#
# The cache is full, so something goes; but the key was there already, and its new value needs no
# room. After a, b and a new value for b, the entry a is lost for nothing. Ask first whether the key
# is known.
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
        gone = None
        if len(self.entries) == self.capacity:
            gone = self.entries.popitem(last=False)[0]
        self.entries[key] = value
        self.entries.move_to_end(key)
        return gone
