# Suggestions are filled level by level
#
# Words from the longest context come first here, whatever their scores. After "a b" the word x was
# seen once in four times, 0.25; z follows "b" so often that even halved it has 0.375. Collect the
# scores of all levels, then sort once.
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
        factor = 1.0
        for counts in self.levels(context):
            if word in counts:
                return factor * counts[word] / counts.total()
            factor /= 2
        return 0.0

    def suggest(self, context, how_many):
        found = []
        for counts in self.levels(context):
            ranked = sorted(counts, key=lambda word: (-counts[word], word))
            found += [word for word in ranked if word not in found]
        return found[:how_many]

    def levels(self, context):
        for length in range(min(self.order, len(context)), -1, -1):
            yield self.followers.get(tuple(context[len(context) - length :]), Counter())
