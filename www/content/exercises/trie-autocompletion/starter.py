class Autocompletion:
    def __init__(self):
        self.root = {}

    def insert(self, word, count):
        """Adds `count` plays to `word`."""

    def complete(self, prefix, k):
        """The `k` words with the most plays that begin with `prefix`; ties in the order of text."""
        return []
