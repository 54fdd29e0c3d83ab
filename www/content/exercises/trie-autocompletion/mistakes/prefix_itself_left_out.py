# The word that has been typed in full is left out
#
# The search begins with the children of the prefix's node, so the word that ends at that node
# itself is never seen: `complete("soul", 5)` gives nothing. Look at the node you have arrived at
# before you go below it.
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
        for character, child in node.children.items():
            if child.count:
                found.append((-child.count, word + character))
            self._collect(child, word + character, found)
