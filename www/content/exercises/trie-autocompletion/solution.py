class Node:
    def __init__(self):
        self.children = {}  # by the next character
        self.count = 0  # plays of the word that ends here; 0 if none does


class Autocompletion:
    def __init__(self):
        self.root = Node()

    def insert(self, word, count):
        """Adds `count` plays to `word`."""
        node = self.root
        for character in word:
            if character not in node.children:
                node.children[character] = Node()
            node = node.children[character]
        node.count += count

    def complete(self, prefix, k):
        """The `k` words with the most plays that begin with `prefix`; ties in the order of text."""
        node = self.root
        for character in prefix:
            node = node.children.get(character)
            if node is None:
                return []
        found = sorted((-count, word) for word, count in words_below(node, prefix))
        return [word for _, word in found[:k]]


def words_below(node, prefix):
    """Pairs (word, count) of the words that end at this node or under it."""
    waiting = [(node, prefix)]
    while waiting:
        node, word = waiting.pop()
        if node.count:
            yield word, node.count
        for character, child in node.children.items():
            waiting.append((child, word + character))
