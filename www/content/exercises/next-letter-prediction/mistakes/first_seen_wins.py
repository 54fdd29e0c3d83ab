# Of equal counts, the letter that was seen first wins
#
# `most_common(1)` keeps the order of arrival among equals, and `max` over a counter does the same.
# In "xbxaxc" the letters b, a and c follow x once each, and b came first; the task wants the
# smallest, a. Put the letter into the comparison:
# `min(counts, key=lambda letter: (-counts[letter], letter))`.
from collections import Counter, defaultdict


class LetterModel:
    def __init__(self, text, order, k):
        self.order = order
        self.k = k
        self.alphabet = set(text)
        self.followers = defaultdict(Counter)
        for place in range(order, len(text)):
            self.followers[text[place - order : place]][text[place]] += 1

    def probability(self, context, letter):
        if letter not in self.alphabet:
            return 0.0
        counts = self.followers.get(context[len(context) - self.order :], Counter())
        return (counts[letter] + self.k) / (counts.total() + self.k * len(self.alphabet))

    def predict(self, context):
        counts = self.followers.get(context[len(context) - self.order :])
        return counts.most_common(1)[0][0] if counts else min(self.alphabet)
