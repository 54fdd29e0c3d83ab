# The size is read at the photo, not at its root
#
# Only the root's count is kept up to date. "beach (1)" was a group of one when it was hung under
# "beach", and its own entry still says so. Go to the root first: `self.count[self._root(a)]`, and
# add up the roots' counts when you merge.
class DuplicateGroups:
    def __init__(self):
        self.parent = {}
        self.count = {}

    def merge(self, a, b):
        first, second = self._root(a), self._root(b)
        if first == second:
            return False
        self.parent[second] = first
        self.count[first] += self.count[second]
        return True

    def same(self, a, b):
        return self._root(a) == self._root(b)

    def size(self, a):
        self._root(a)
        return self.count[a]

    def largest(self):
        return max(self.count.values(), default=0)

    def _root(self, photo):
        if photo not in self.parent:
            self.parent[photo] = photo
            self.count[photo] = 1
        while self.parent[photo] != photo:
            self.parent[photo] = self.parent[self.parent[photo]]
            photo = self.parent[photo]
        return photo
