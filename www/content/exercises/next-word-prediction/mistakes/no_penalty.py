# Backing off costs nothing
#
# Without the factor a guess from a shorter context is worth as much as evidence from a longer one:
# "later" after "love you" gets 2 / 3, the same as after "see you", where it was really seen. Halve
# the score for every word of context that is dropped.
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
        return heapq.nsmallest(how_many, scores, key=lambda word: (-scores[word], word))

    def scores(self, context):
        scores = {}
        factor = 1.0
        for length in range(min(self.order, len(context)), -1, -1):
            counts = self.followers.get(tuple(context[len(context) - length :]), Counter())
            for word, count in counts.items():
                scores.setdefault(word, factor * count / counts.total())
            factor = 1.0
        return scores
