# Ties stay in the order of insertion
#
# Python's sort is stable, so words with equal counts keep the order in which they were found:
# `rock`, `rap`, `raga`, as they were put in. The text is the second rule and belongs into the key:
# `(-count, word)`.
class Autocompletion:
    def __init__(self):
        self.counts = {}

    def insert(self, word, count):
        self.counts[word] = self.counts.get(word, 0) + count

    def complete(self, prefix, k):
        found = [word for word in self.counts if word.startswith(prefix)]
        found.sort(key=lambda word: -self.counts[word])
        return found[:k]
