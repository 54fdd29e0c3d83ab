class DuplicateGroups:
    """Keeps each group as a list and moves the smaller one into the larger.

    A photo that moves finds itself in a group at least twice as large, so it moves log n times at
    most: n log n for all merges together, constant for every question, and the members of a group
    are at hand. No tree.
    """

    def __init__(self):
        self.members = {}
        self.largest_count = 0

    def merge(self, a, b):
        """Makes one group of two; False if they were one already."""
        large, small = self._group(a), self._group(b)
        if large is small:
            return False
        if len(large) < len(small):
            large, small = small, large
        large.extend(small)
        for photo in small:
            self.members[photo] = large
        self.largest_count = max(self.largest_count, len(large))
        return True

    def same(self, a, b):
        """Whether both photos are in one group."""
        return self._group(a) is self._group(b)

    def size(self, a):
        """How many photos are in the group of `a`."""
        return len(self._group(a))

    def largest(self):
        """The size of the largest group, 0 without any photo."""
        return self.largest_count

    def _group(self, photo):
        if photo not in self.members:
            self.members[photo] = [photo]
            self.largest_count = max(self.largest_count, 1)
        return self.members[photo]
