# The last context of the text is counted, though nothing follows it
#
# In "abcab" the letters "ab" stand twice and are followed once. Counting contexts on their own, to
# the very end, puts one too many below the line: the probabilities after "ab" sum to 0.8. Count a
# context only together with the letter behind it.
from collections import Counter


class LetterModel:
    def __init__(self, text, order, k):
        self.order = order
        self.k = k
        self.alphabet = set(text)
        self.contexts = Counter(text[p : p + order] for p in range(len(text) - order + 1))
        self.grams = Counter(text[p : p + order + 1] for p in range(len(text) - order))

    def probability(self, context, letter):
        if letter not in self.alphabet:
            return 0.0
        history = context[len(context) - self.order :]
        below = self.contexts[history] + self.k * len(self.alphabet)
        return (self.grams[history + letter] + self.k) / below

    def predict(self, context):
        history = context[len(context) - self.order :]
        return min(self.alphabet, key=lambda letter: (-self.grams[history + letter], letter))
