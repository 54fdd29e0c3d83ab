# The rate is taken for the share that is kept
#
# `draws < rate` keeps a fifth at a rate of 0.2 and drops the rest. In the table the 8 survives
# and the others go. Some libraries do take a keep probability, so look it up each time; here the
# rate is the share that is dropped: keep where `draws >= rate`.
class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.factor = 1.0

    def forward(self, x, draws=None):
        self.factor = 1.0 if draws is None else (draws < self.rate) / (1 - self.rate)
        return x * self.factor

    def backward(self, grad_output):
        return grad_output * self.factor
