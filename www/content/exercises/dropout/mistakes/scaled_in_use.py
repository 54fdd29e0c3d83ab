# Scaled down in use instead of up in training
#
# This is dropout as it was first published: the expected values fit as well. But then every
# inference pays a multiplication for something that only training needs, and a model exported
# without the layer is wrong. Inverted dropout divides by `1 - rate` in training and leaves `x`
# alone in use.
class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.factor = 1.0

    def forward(self, x, draws=None):
        self.factor = 1 - self.rate if draws is None else draws >= self.rate
        return x * self.factor

    def backward(self, grad_output):
        return grad_output * self.factor
