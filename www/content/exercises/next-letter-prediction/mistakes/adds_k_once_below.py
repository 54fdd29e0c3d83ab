# k is added once below the line
#
# Each of the V letters gets k above the line, so k · V was given away and has to be in the sum
# below it. With k alone the probabilities after "a" in "banana" are 1, 0.2 and 0.2: together 1.4.
# Divide by `total + k * len(alphabet)`.
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
        return (counts[letter] + self.k) / (counts.total() + self.k)

    def predict(self, context):
        counts = self.followers.get(context[len(context) - self.order :], Counter())
        return min(self.alphabet, key=lambda letter: (-counts[letter], letter))
