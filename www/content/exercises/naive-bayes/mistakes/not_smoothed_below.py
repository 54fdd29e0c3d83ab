# Smoothing is added above, but not below
#
# The shares of a class then sum to more than 1: (2 + 1) / 2 is 1.5 for the first word of class 0. Each
# of the V words got α more, so the sum has grown by α · V.
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
        documents = self.documents + self.smoothing
        totals = np.maximum(self.words.sum(axis=1), 1)[:, None]
        likelihood = np.log((self.words + self.smoothing) / totals)
        joint = counts @ likelihood.T + np.log(documents / documents.sum())
        return joint - np.logaddexp.reduce(joint, axis=1)[:, None]
