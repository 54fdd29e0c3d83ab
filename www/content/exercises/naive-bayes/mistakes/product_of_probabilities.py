# The probabilities are multiplied
#
# A document of 10,000 words has a probability near 10 to the −3,000 in every class; in floats that is 0,
# and 0 / 0 is NaN. Add logarithms, and normalise after taking the largest away.
import numpy as np


class NaiveBayes:
    def __init__(self, classes, smoothing=1.0):
        self.smoothing = smoothing
        self.documents = np.zeros(classes)
        self.words = 0.0

    def fit(self, counts, labels):
        member = (labels[:, None] == np.arange(len(self.documents))).astype(np.float64)
        self.documents = self.documents + member.sum(axis=0)
        self.words = self.words + member.T @ counts

    def log_probabilities(self, counts):
        prior = (self.documents + self.smoothing) / (self.documents + self.smoothing).sum()
        words = self.words + self.smoothing
        words = words / words.sum(axis=1)[:, None]
        with np.errstate(all="ignore"):
            joint = prior * (words[None] ** counts[:, None, :]).prod(axis=2)
            return np.log(joint / joint.sum(axis=1)[:, None])
