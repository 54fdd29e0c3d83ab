# Replacing a value does not count as a use
#
# Assigning to a key that a dictionary knows leaves it at its old place in the order. After a, b and
# a new value for a, it is b that was not used for longest, and here a goes. Call `move_to_end`
# after the assignment, or delete the key first.
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
        if len(self.entries) > self.capacity:
            return self.entries.popitem(last=False)[0]
        return None
