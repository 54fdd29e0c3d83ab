# Ties come in reverse order
#
# `reverse=True` turns round the whole comparison, the text as well: with three plays each, `rock`
# comes before `rap` and `raga`. Only the count goes down. Sort ascending by `(-count, word)`.
class Autocompletion:
    def __init__(self):
        self.counts = {}

    def insert(self, word, count):
        self.counts[word] = self.counts.get(word, 0) + count

    def complete(self, prefix, k):
        found = [(count, word) for word, count in self.counts.items() if word.startswith(prefix)]
        found.sort(reverse=True)
        return [word for _, word in found[:k]]
