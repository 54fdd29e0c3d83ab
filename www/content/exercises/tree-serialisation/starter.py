class TreeText:
    def save(self, tree):
        """The tree as text: its value, its left tree, its right tree; an empty tree is a dot."""
        return "."

    def load(self, text):
        """The tree that `save` has written as this text."""
        return None
