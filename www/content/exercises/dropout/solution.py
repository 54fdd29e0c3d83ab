class Dropout:
    def __init__(self, rate):
        self.rate = rate
        self.factor = 1.0

    def forward(self, x, draws=None):
        """Drops elements if there are draws; without draws gives x as it is."""
        if draws is None:
            self.factor = 1.0
        else:
            self.factor = (draws >= self.rate) / (1 - self.rate)
        return x * self.factor

    def backward(self, grad_output):
        """The derivative by the input of the most recent forward pass."""
        return grad_output * self.factor
