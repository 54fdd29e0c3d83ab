# An output of zero is taken for a dropped one
#
# The third input of the table is 0 and kept. Its output is 0 all the same, but its gradient is
# 1.25: the loss may well want it to grow. After a ReLU half of all inputs are 0. Keep the mask of
# the forward pass instead of reading it off the output.
class Dropout:
    def __init__(self, rate):
        self.rate = rate

    def forward(self, x, draws=None):
        self.training = draws is not None
        self.output = x * (draws >= self.rate) / (1 - self.rate) if self.training else x * 1.0
        return self.output

    def backward(self, grad_output):
        if not self.training:
            return grad_output * 1.0
        return grad_output * (self.output != 0) / (1 - self.rate)
