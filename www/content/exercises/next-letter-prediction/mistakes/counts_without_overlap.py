# `str.count` skips occurrences that overlap
#
# `"aaaaab".count("aaa")` is 1: after a hit it goes on behind it. The letters "aa" are followed by
# "a" three times there, at places 0, 1 and 2. Step through the text one letter at a time and count
# what you see.
class LetterModel:
    def __init__(self, text, order, k):
        self.text = text
        self.order = order
        self.k = k
        self.alphabet = sorted(set(text))

    def probability(self, context, letter):
        if letter not in self.alphabet:
            return 0.0
        history = context[len(context) - self.order :]
        total = sum(self.text.count(history + other) for other in self.alphabet)
        count = self.text.count(history + letter)
        return (count + self.k) / (total + self.k * len(self.alphabet))

    def predict(self, context):
        history = context[len(context) - self.order :]
        return max(self.alphabet, key=lambda letter: self.text.count(history + letter))
