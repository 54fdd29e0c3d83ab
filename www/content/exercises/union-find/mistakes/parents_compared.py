# Parents are compared instead of roots
#
# Two photos of one group need not hang under the same parent: after a–b, c–d and b–c, photo d
# points to c and a is the root of all. One step up is not the top. Follow the parents until a
# photo is its own parent, and compare those.
class DuplicateGroups:
    def __init__(self):
        self.parent = {}

    def merge(self, a, b):
        first, second = self._root(a), self._root(b)
        if first == second:
            return False
        self.parent[second] = first
        return True

    def same(self, a, b):
        return self._parent(a) == self._parent(b)

    def size(self, a):
        parent = self._parent(a)
        return sum(above == parent for above in self.parent.values())

    def largest(self):
        above = list(self.parent.values())
        return max((above.count(photo) for photo in above), default=0)

    def _parent(self, photo):
        return self.parent.setdefault(photo, photo)

    def _root(self, photo):
        while self._parent(photo) != photo:
            photo = self.parent[photo]
        return photo
