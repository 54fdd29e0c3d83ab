import heapq
from collections import Counter, defaultdict


class WordModel:
    def __init__(self, sentences, order):
        self.order = order
        self.followers = defaultdict(Counter)
        for words in sentences:
            for place, word in enumerate(words):
                for length in range(min(order, place) + 1):
                    self.followers[tuple(words[place - length : place])][word] += 1
        self.totals = {history: counts.total() for history, counts in self.followers.items()}

    def score(self, context, word):
        """How well `word` fits behind the context, between 0 and 1."""
        factor = 1.0
        for history in self.histories(context):
            if word in self.followers.get(history, ()):
                return factor * self.followers[history][word] / self.totals[history]
            factor /= 2
        return 0.0

    def suggest(self, context, how_many):
        """The words with the highest scores, best first."""
        scores = {}
        factor = 1.0
        for history in self.histories(context):
            for word, count in self.followers.get(history, {}).items():
                if word not in scores:  # a longer context has not decided it
                    scores[word] = factor * count / self.totals[history]
            factor /= 2
        return heapq.nsmallest(how_many, scores, key=lambda word: (-scores[word], word))

    def histories(self, context):
        """The context's last words as tuples, from the longest down to the empty one."""
        for length in range(min(self.order, len(context)), -1, -1):
            yield tuple(context[len(context) - length :])
