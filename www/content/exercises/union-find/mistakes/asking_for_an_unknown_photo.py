# A question about a new photo fails
#
# Only `merge` enters photos, so `size("new")` raises `KeyError`. The task says that a photo exists
# as soon as any call names it, as a group of one, and then it counts for `largest` too. Let the
# search for the root enter what it does not know.
class DuplicateGroups:
    def __init__(self):
        self.parent = {}
        self.count = {}

    def merge(self, a, b):
        for photo in (a, b):
            if photo not in self.parent:
                self.parent[photo] = photo
                self.count[photo] = 1
        first, second = self._root(a), self._root(b)
        if first == second:
            return False
        if self.count[first] < self.count[second]:
            first, second = second, first
        self.parent[second] = first
        self.count[first] += self.count[second]
        return True

    def same(self, a, b):
        return self._root(a) == self._root(b)

    def size(self, a):
        return self.count[self._root(a)]

    def largest(self):
        return max(self.count.values(), default=0)

    def _root(self, photo):
        while self.parent[photo] != photo:
            self.parent[photo] = self.parent[self.parent[photo]]
            photo = self.parent[photo]
        return photo
