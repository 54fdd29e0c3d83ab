class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity

    def get(self, key):
        """The value of the key, which is now the one used last; None on a miss."""
        return None

    def put(self, key, value):
        """Stores the value; returns the key that had to go, or None."""
        return None
