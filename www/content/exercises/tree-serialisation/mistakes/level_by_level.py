# Written level by level
#
# A queue gives another text, in which all values of one depth stand together: for seven nodes `1 2
# 3 4 5 6 7` and then the dots. It can be read back, but not by the other side, which expects each
# value in front of its own left and right trees. Go down first: recursion, or a stack.
from collections import deque


class TreeText:
    def save(self, tree):
        parts, waiting = [], deque([tree])
        while waiting:
            tree = waiting.popleft()
            if tree is None:
                parts.append(".")
                continue
            parts.append(str(tree[0]))
            waiting.extend(tree[1:])
        return " ".join(parts)

    def load(self, text):
        parts = iter(text.split(" "))
        root = self._node(next(parts))
        waiting = deque([root] if root else [])
        while waiting:
            node = waiting.popleft()
            for side in (1, 2):
                node[side] = self._node(next(parts))
                if node[side]:
                    waiting.append(node[side])
        return root

    def _node(self, part):
        return None if part == "." else [int(part), None, None]
