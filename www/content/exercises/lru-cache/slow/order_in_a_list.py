# n^2: the order of use is a list, and `remove` searches it at every use.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.order = []

    def get(self, key):
        if key not in self.values:
            return None
        self.order.remove(key)
        self.order.append(key)
        return self.values[key]

    def put(self, key, value):
        gone = None
        if key in self.values:
            self.order.remove(key)
        elif len(self.values) == self.capacity:
            gone = self.order.pop(0)
            del self.values[gone]
        self.values[key] = value
        self.order.append(key)
        return gone
