# Only the ends of branches count as words
#
# `so` ends where `sound` and `soul` go on, so its node has children and is passed over. Whether a
# word ends at a node has nothing to do with whether others continue: ask for the node's count, and
# look at its children in any case.
class Node:
    def __init__(self):
        self.children = {}
        self.count = 0


class Autocompletion:
    def __init__(self):
        self.root = Node()

    def insert(self, word, count):
        node = self.root
        for character in word:
            node = node.children.setdefault(character, Node())
        node.count += count

    def complete(self, prefix, k):
        node = self.root
        for character in prefix:
            if character not in node.children:
                return []
            node = node.children[character]
        found = []
        self._collect(node, prefix, found)
        return [word for _, word in sorted(found)[:k]]

    def _collect(self, node, word, found):
        if not node.children and node.count:
            found.append((-node.count, word))
        for character, child in node.children.items():
            self._collect(child, word + character, found)
