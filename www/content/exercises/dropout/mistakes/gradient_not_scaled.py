# The gradient is masked but not scaled
#
# A kept output is the input divided by `1 - rate`, so its derivative is `1 / (1 - rate)`: 1.25 at
# a rate of 0.2, not 1. Layers in front would learn with a rate that is too small by that factor,
# once for each dropout behind them. Apply the whole factor of the forward pass.
class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.mask = 1.0

    def forward(self, x, draws=None):
        self.mask = 1.0 if draws is None else draws >= self.rate
        return x * self.mask if draws is None else x * self.mask / (1 - self.rate)

    def backward(self, grad_output):
        return grad_output * self.mask
