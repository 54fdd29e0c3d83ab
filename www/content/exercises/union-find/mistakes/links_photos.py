# The photos are linked instead of their roots
#
# `parent[b] = a` takes `b` out of the group that it was in: after "beach" with "beach (1)", and
# "copy" with "beach (1)", the beach is alone again. Find the roots of both, and hang one root
# under the other; then everything below moves along.
class DuplicateGroups:
    def __init__(self):
        self.parent = {}

    def merge(self, a, b):
        if self._root(a) == self._root(b):
            return False
        self.parent[b] = a
        return True

    def same(self, a, b):
        return self._root(a) == self._root(b)

    def size(self, a):
        root = self._root(a)
        return sum(self._root(photo) == root for photo in list(self.parent))

    def largest(self):
        return max((self.size(photo) for photo in list(self.parent)), default=0)

    def _root(self, photo):
        self.parent.setdefault(photo, photo)
        seen = set()
        while self.parent[photo] != photo and photo not in seen:
            seen.add(photo)
            photo = self.parent[photo]
        return photo
