# The average starts at the first value
#
# That removes the zero, but puts another bias in its place: the first value keeps all the weight
# that the zero had. With β = 0.9 and losses 4.0 and 3.0 it gives 3.9, though the newer loss should
# count for more than half. Start at 0 and divide by 1 − βᵗ.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = None

    def update(self, value):
        if value is not None:
            if self.mean is None:
                self.mean = value
            self.mean = self.beta * self.mean + (1 - self.beta) * value
        return self.mean
