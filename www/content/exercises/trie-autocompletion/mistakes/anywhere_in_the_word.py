# The letters may stand anywhere
#
# `prefix in word` finds the typed letters in the middle too: `blues` then brings up `rhythm and
# blues`, and with 30 plays in front. Completing means that the word *begins* so:
# `word.startswith(prefix)`, or a walk down from the root.
class Autocompletion:
    def __init__(self):
        self.counts = {}

    def insert(self, word, count):
        self.counts[word] = self.counts.get(word, 0) + count

    def complete(self, prefix, k):
        found = sorted((-count, word) for word, count in self.counts.items() if prefix in word)
        return [word for _, word in found[:k]]
