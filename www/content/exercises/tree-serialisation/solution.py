class TreeText:
    def save(self, tree):
        """The tree as text: its value, its left tree, its right tree; an empty tree is a dot."""
        parts = []
        self._write(tree, parts)
        return " ".join(parts)

    def load(self, text):
        """The tree that `save` has written as this text."""
        return self._read(iter(text.split(" ")))

    def _write(self, tree, parts):
        if tree is None:
            parts.append(".")
            return
        value, left, right = tree
        parts.append(str(value))
        self._write(left, parts)
        self._write(right, parts)

    def _read(self, parts):
        """Takes exactly one tree from the front of the iterator; what follows stays in it."""
        part = next(parts)
        if part == ".":
            return None
        left = self._read(parts)
        right = self._read(parts)
        return int(part), left, right
