class LetterModel:
    def __init__(self, text, order, k):
        self.order = order
        self.k = k

    def probability(self, context, letter):
        """P(letter | the last `order` letters of context), smoothed."""
        return 0.0

    def predict(self, context):
        """The likeliest letter after the context; of equals, the smallest."""
        return ""
