# Kept elements are not scaled up
#
# With a rate of 0.2 only four fifths of the sum arrive in training, and all of it in use: the
# next layer sees numbers that it was never trained on. In the table the 4 stays 4 and should be
# 5. Divide what is kept by `1 - rate`, forwards and backwards.
class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.factor = 1.0

    def forward(self, x, draws=None):
        self.factor = 1.0 if draws is None else draws >= self.rate
        return x * self.factor

    def backward(self, grad_output):
        return grad_output * self.factor
