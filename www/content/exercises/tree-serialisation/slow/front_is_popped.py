# n^2: each node takes its part off the front of a list, and `pop(0)` moves all that follow.
class TreeText:
    def save(self, tree):
        if tree is None:
            return "."
        value, left, right = tree
        return f"{value} {self.save(left)} {self.save(right)}"

    def load(self, text):
        return self._read(text.split(" "))

    def _read(self, parts):
        part = parts.pop(0)
        if part == ".":
            return None
        left = self._read(parts)
        right = self._read(parts)
        return int(part), left, right
