# A short context pays for words that were never typed
#
# The factor starts at the full `order`, so with order 3 and the single word "you" typed, two steps
# down are charged before the first look: "later" gets 1 / 6 instead of 2 / 3. Nothing was dropped,
# so nothing is halved: start at `min(order, len(context))`.
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
        factor = 0.5 ** max(0, self.order - len(context))
        for length in range(min(self.order, len(context)), -1, -1):
            counts = self.followers.get(tuple(context[len(context) - length :]), Counter())
            for word, count in counts.items():
                scores.setdefault(word, factor * count / counts.total())
            factor /= 2
        return scores
