class Node:
    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.newer = self.older = self


class LRUCache:
    """A dictionary finds a node, a doubly linked ring keeps the nodes in the order of use.

    The ring is closed by a node without an entry: `ring.older` was used last, `ring.newer` is
    the next to go. With it no node ever lacks a neighbour.
    """

    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.ring = Node()

    def get(self, key):
        """The value of the key, which is now the one used last; None on a miss."""
        node = self.nodes.get(key)
        if node is None:
            return None
        self.unlink(node)
        self.link_as_newest(node)
        return node.value

    def put(self, key, value):
        """Stores the value; returns the key that had to go, or None."""
        gone = None
        if key in self.nodes:
            node = self.nodes[key]
            node.value = value
            self.unlink(node)
        else:
            if len(self.nodes) == self.capacity:
                gone = self.forget_oldest()
            node = self.nodes[key] = Node(key, value)
        self.link_as_newest(node)
        return gone

    def forget_oldest(self):
        oldest = self.ring.newer
        self.unlink(oldest)
        del self.nodes[oldest.key]
        return oldest.key

    def link_as_newest(self, node):
        node.newer, node.older = self.ring, self.ring.older
        node.older.newer = node
        self.ring.older = node

    def unlink(self, node):
        node.newer.older = node.older
        node.older.newer = node.newer
