from collections import OrderedDict


class LRUCache:
    """What you would write at work: Python's OrderedDict is that dictionary with that list."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        """The value of the key, which is now the one used last; None on a miss."""
        if key not in self.entries:
            return None
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key, value):
        """Stores the value; returns the key that had to go, or None."""
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            return self.entries.popitem(last=False)[0]
        return None
