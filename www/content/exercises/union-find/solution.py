class DuplicateGroups:
    def __init__(self):
        self.parent = {}  # towards the root of the group's tree; a root is its own parent
        self.count = {}  # of a root: how many photos hang below it, itself included
        self.largest_count = 0

    def merge(self, a, b):
        """Makes one group of two; False if they were one already."""
        large, small = self._root(a), self._root(b)
        if large == small:
            return False
        if self.count[large] < self.count[small]:
            large, small = small, large
        self.parent[small] = large
        self.count[large] += self.count.pop(small)
        self.largest_count = max(self.largest_count, self.count[large])
        return True

    def same(self, a, b):
        """Whether both photos are in one group."""
        return self._root(a) == self._root(b)

    def size(self, a):
        """How many photos are in the group of `a`."""
        return self.count[self._root(a)]

    def largest(self):
        """The size of the largest group, 0 without any photo."""
        return self.largest_count

    def _root(self, photo):
        parent = self.parent
        if photo not in parent:
            parent[photo] = photo
            self.count[photo] = 1
            self.largest_count = max(self.largest_count, 1)
        while parent[photo] != photo:
            parent[photo] = parent[parent[photo]]  # path halving: every look shortens the way
            photo = parent[photo]
        return photo
