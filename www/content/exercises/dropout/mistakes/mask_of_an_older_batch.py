# The mask of an older batch is still there
#
# A pass without draws returns early and leaves the previous mask in place. The next `backward`
# then drops gradients of a pass in which nothing was dropped: `[1.25, 0, 1.25, 1.25]` instead of
# ones. Reset the mask in that branch, too.
class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.factor = 1.0

    def forward(self, x, draws=None):
        if draws is None:
            return x * 1.0
        self.factor = (draws >= self.rate) / (1 - self.rate)
        return x * self.factor

    def backward(self, grad_output):
        return grad_output * self.factor
