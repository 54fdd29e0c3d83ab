class AdaptedLinear:
    def __init__(self, weight, down, up, alpha):
        self.base = weight  # shared: read, never written
        self.down, self.up = down, up
        self.scale = alpha / down.shape[0]
        self.merged = None

    def forward(self, x):
        """Takes (n, inputs); returns (n, outputs)."""
        if self.merged is not None:
            return x @ self.merged.T
        return x @ self.base.T + self.scale * (x @ self.down.T) @ self.up.T

    def merge(self):
        """Folds the adapter in; returns the layer's weights."""
        if self.merged is None:
            self.merged = self.base + self.scale * (self.up @ self.down)
        return self.merged

    def unmerge(self):
        """Takes the adapter out; returns the layer's weights."""
        self.merged = None
        return self.base
