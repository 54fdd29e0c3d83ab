# The place in the text is never set back
#
# The reading position belongs to one call of `load`, but it is kept in the object and only set
# when the object is made. The first text is read well, the second one from the middle, past its
# end. Set it to 0 at the beginning of `load`, or share an iterator between the calls of one
# reading.
class TreeText:
    def __init__(self):
        self.place = 0

    def save(self, tree):
        if tree is None:
            return "."
        value, left, right = tree
        return f"{value} {self.save(left)} {self.save(right)}"

    def load(self, text):
        return self._read(text.split(" "))

    def _read(self, parts):
        part = parts[self.place]
        self.place += 1
        if part == ".":
            return None
        left = self._read(parts)
        return int(part), left, self._read(parts)
