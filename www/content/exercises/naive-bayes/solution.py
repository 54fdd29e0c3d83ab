import numpy as np


class NaiveBayes:
    """Multinomial naive Bayes with additive smoothing; learns from every call of fit."""

    def __init__(self, classes, smoothing=1.0):
        self.smoothing = smoothing
        self.documents = np.zeros(classes)  # by class
        self.words = None  # occurrences, shape (classes, words)

    def fit(self, counts, labels):
        if self.words is None:
            self.words = np.zeros((len(self.documents), counts.shape[1]))
        for label in range(len(self.documents)):
            members = labels == label
            self.documents[label] += members.sum()
            self.words[label] += counts[members].sum(axis=0)

    def log_probabilities(self, counts):
        """Shape (m, classes)."""
        prior = log_shares(self.documents, self.smoothing)
        likelihood = log_shares(self.words, self.smoothing)
        joint = counts @ likelihood.T + prior
        largest = joint.max(axis=1, keepdims=True)
        return joint - largest - np.log(np.exp(joint - largest).sum(axis=1, keepdims=True))


def log_shares(counts, smoothing):
    """Logarithm of each count's smoothed share along the last axis."""
    smoothed = counts + smoothing
    return np.log(smoothed) - np.log(smoothed.sum(axis=-1, keepdims=True))
