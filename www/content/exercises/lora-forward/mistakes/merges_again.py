# A second merge adds the adapter a second time
#
# `[[7, 8]]` becomes `[[13, 14]]`, and an `unmerge` of a layer that was never merged takes away
# what was not there. Two callers that each "make sure" it is merged are enough. Look at the state
# first, and change nothing if it is the wanted one.
class AdaptedLinear:
    def __init__(self, weight, down, up, alpha):
        self.weight, self.down, self.up = weight.copy(), down, up
        self.scale = alpha / down.shape[0]
        self.is_merged = False

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.is_merged else y + self.scale * (x @ self.down.T) @ self.up.T

    def merge(self):
        self.weight += self.scale * (self.up @ self.down)
        self.is_merged = True
        return self.weight.copy()

    def unmerge(self):
        self.weight -= self.scale * (self.up @ self.down)
        self.is_merged = False
        return self.weight.copy()
