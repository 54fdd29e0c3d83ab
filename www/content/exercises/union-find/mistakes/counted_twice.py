# Merging a group with itself doubles its size
#
# The pair "b", "a" after "a", "b" finds one root twice, and its count is added to itself: 4 photos
# where there are 2. The same pair does turn up twice, and rings of pairs close. If the roots are
# equal, return `False` before anything is changed.
class DuplicateGroups:
    def __init__(self):
        self.parent = {}
        self.count = {}

    def merge(self, a, b):
        first, second = self._root(a), self._root(b)
        self.parent[second] = first
        self.count[first] += self.count[second]
        return first != second

    def same(self, a, b):
        return self._root(a) == self._root(b)

    def size(self, a):
        return self.count[self._root(a)]

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
