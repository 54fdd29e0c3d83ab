# A value of 0 is taken for a miss
#
# `if value:` is false for 0, `False` and `""` as well as for `None`. The value still comes back,
# but its entry is not moved, so it goes too early, and only sometimes: the kind of error that a
# test with values 1, 2, 3 never shows. Ask `if key in self.entries`.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        value = self.entries.get(key)
        if value:
            self.entries.move_to_end(key)
        return value

    def put(self, key, value):
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            return self.entries.popitem(last=False)[0]
        return None
