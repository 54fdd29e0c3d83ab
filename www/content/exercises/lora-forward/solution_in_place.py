class AdaptedLinear:
    """Holds one copy of the weights and adds or subtracts the adapter in it.

    No second matrix is needed while merged, if nobody else wants the base. The price: adding and
    subtracting rounds, so the weights come back nearly as they were, and drift over many swaps.
    """

    def __init__(self, weight, down, up, alpha):
        self.weight = weight.copy()
        self.down, self.up = down, up
        self.scale = alpha / down.shape[0]
        self.is_merged = False

    def forward(self, x):
        """Takes (n, inputs); returns (n, outputs)."""
        y = x @ self.weight.T
        if not self.is_merged:
            y += self.scale * (x @ self.down.T) @ self.up.T
        return y

    def merge(self):
        """Folds the adapter in; returns the layer's weights."""
        return self._switch(True)

    def unmerge(self):
        """Takes the adapter out; returns the layer's weights."""
        return self._switch(False)

    def _switch(self, wanted):
        if wanted != self.is_merged:
            sign = 1 if wanted else -1
            self.weight += sign * self.scale * (self.up @ self.down)
            self.is_merged = wanted
        return self.weight.copy()
