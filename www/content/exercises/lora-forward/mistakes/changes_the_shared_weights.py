# The shared weights are changed
#
# `+=` writes into the array that was passed in, and every other job that holds it now runs with
# this adapter. Nothing in your own results shows it. Make a new array, `self.base + …`, or copy
# the weights when the layer is built.
class AdaptedLinear:
    def __init__(self, weight, down, up, alpha):
        self.weight, self.down, self.up = weight, down, up
        self.scale = alpha / down.shape[0]
        self.is_merged = False

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.is_merged else y + self.scale * (x @ self.down.T) @ self.up.T

    def merge(self):
        if not self.is_merged:
            self.weight += self.scale * (self.up @ self.down)
            self.is_merged = True
        return self.weight

    def unmerge(self):
        if self.is_merged:
            self.weight -= self.scale * (self.up @ self.down)
            self.is_merged = False
        return self.weight
