from collections import Counter, defaultdict


class LetterModel:
    def __init__(self, text, order, k):
        self.order = order
        self.k = k
        self.alphabet = set(text)
        self.smallest = min(text)
        self.followers = defaultdict(Counter)
        for place in range(order, len(text)):
            self.followers[text[place - order : place]][text[place]] += 1
        self.totals = {history: counts.total() for history, counts in self.followers.items()}

    def probability(self, context, letter):
        """P(letter | the last `order` letters of context), smoothed."""
        if letter not in self.alphabet:
            return 0.0
        history = self.history(context)
        count = self.followers[history][letter] if history in self.followers else 0
        total = self.totals.get(history, 0)
        return (count + self.k) / (total + self.k * len(self.alphabet))

    def predict(self, context):
        """The likeliest letter after the context; of equals, the smallest."""
        history = self.history(context)
        if history not in self.followers:
            return self.smallest
        counts = self.followers[history]  # k is the same for all, so it does not change the order
        return min(counts, key=lambda letter: (-counts[letter], letter))

    def history(self, context):
        return context[len(context) - self.order :]
