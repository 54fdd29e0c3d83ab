# The right tree is read first
#
# The left tree comes first in the text, so it must be read first. Here the two are exchanged: `5
# -3 . . .` comes back with the −3 on the right. If both calls stand in one expression, the one
# that is written first runs first; name the results, and the order can be seen.
class TreeText:
    def save(self, tree):
        if tree is None:
            return "."
        value, left, right = tree
        return f"{value} {self.save(left)} {self.save(right)}"

    def load(self, text):
        return self._read(iter(text.split(" ")))

    def _read(self, parts):
        part = next(parts)
        if part == ".":
            return None
        right = self._read(parts)
        left = self._read(parts)
        return int(part), left, right
