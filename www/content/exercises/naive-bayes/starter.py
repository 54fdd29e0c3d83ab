import numpy as np


class NaiveBayes:
    """Multinomial naive Bayes."""

    def __init__(self, classes, smoothing=1.0):
        self.classes = classes
        self.smoothing = smoothing

    def fit(self, counts, labels):
        pass

    def log_probabilities(self, counts):
        return np.full((len(counts), self.classes), -np.log(self.classes))
