# After `unmerge` the adapter is gone for good
#
# The weights are the base again, but `forward` still takes the single path of the merged state,
# so the job loses its training. Unmerged means that the adapter runs beside the weights:
# `forward` gives the same numbers in both states. Set the state back, too.
class AdaptedLinear:
    def __init__(self, weight, down, up, alpha):
        self.base, self.down, self.up = weight, down, up
        self.scale = alpha / down.shape[0]
        self.weight, self.paths = weight, 2

    def forward(self, x):
        y = x @ self.weight.T
        if self.paths == 2:
            y = y + self.scale * (x @ self.down.T) @ self.up.T
        return y

    def merge(self):
        self.weight, self.paths = self.base + self.scale * (self.up @ self.down), 1
        return self.weight

    def unmerge(self):
        self.weight = self.base
        return self.weight
