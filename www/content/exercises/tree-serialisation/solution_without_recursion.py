class TreeText:
    """Explicit stacks: as deep as memory allows, where recursion ends at a thousand levels."""

    def save(self, tree):
        """The tree as text: its value, its left tree, its right tree; an empty tree is a dot."""
        parts, waiting = [], [tree]
        while waiting:
            tree = waiting.pop()
            if tree is None:
                parts.append(".")
                continue
            value, left, right = tree
            parts.append(str(value))
            waiting.append(right)
            waiting.append(left)
        return " ".join(parts)

    def load(self, text):
        """The tree that `save` has written as this text.

        Read from the back, both subtrees are complete before their value comes, the left on top.
        """
        complete = []
        for part in reversed(text.split(" ")):
            if part == ".":
                complete.append(None)
            else:
                left, right = complete.pop(), complete.pop()
                complete.append((int(part), left, right))
        return complete.pop()
