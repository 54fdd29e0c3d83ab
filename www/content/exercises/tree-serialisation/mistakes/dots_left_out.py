# Leaves are written without their dots
#
# `5 -3` is shorter than `5 -3 . . .`, and it no longer says on which side of 5 the −3 hangs: a
# child on the left and a child on the right give the same text. Every empty tree is a dot, below a
# leaf as well.
class TreeText:
    def save(self, tree):
        if tree is None:
            return "."
        value, left, right = tree
        below = [self.save(child) for child in (left, right) if child is not None]
        return " ".join([str(value), *below])

    def load(self, text):
        return self._read(iter(text.split(" ")))

    def _read(self, parts):
        part = next(parts)
        if part == ".":
            return None
        left = self._read(parts)
        return int(part), left, self._read(parts)
