# A second insert replaces the count
#
# `insert("sound", 6)` after `insert("sound", 5)` leaves 6 plays instead of 11, so `soul` with 9
# stays in front. The counts of a word add up: `node.count += count`.
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
        node.count = count

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
        if node.count:
            found.append((-node.count, word))
        for character, child in node.children.items():
            self._collect(child, word + character, found)
