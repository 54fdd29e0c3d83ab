from collections import Counter


class LetterModel:
    """One flat table for n-grams and one for contexts, and the best letter noted while counting.

    A prediction is then a single lookup: what you want if it has to answer between two frames.
    """

    def __init__(self, text, order, k):
        self.order = order
        self.k = k
        self.alphabet = set(text)
        self.smallest = min(text)
        self.grams = Counter()
        self.contexts = Counter()
        self.best = {}
        for place in range(order, len(text)):
            history, letter = text[place - order : place], text[place]
            self.grams[history, letter] += 1
            self.contexts[history] += 1
            rank = (-self.grams[history, letter], letter)
            self.best[history] = min(self.best.get(history, rank), rank)

    def probability(self, context, letter):
        """P(letter | the last `order` letters of context), smoothed."""
        if letter not in self.alphabet:
            return 0.0
        history = context[len(context) - self.order :]
        below = self.contexts[history] + self.k * len(self.alphabet)
        return (self.grams[history, letter] + self.k) / below

    def predict(self, context):
        """The likeliest letter after the context; of equals, the smallest."""
        history = context[len(context) - self.order :]
        return self.best.get(history, (0, self.smallest))[1]
