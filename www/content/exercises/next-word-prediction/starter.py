class WordModel:
    def __init__(self, sentences, order):
        self.order = order

    def score(self, context, word):
        """How well `word` fits behind the context, between 0 and 1."""
        return 0.0

    def suggest(self, context, how_many):
        """The words with the highest scores, best first."""
        return []
