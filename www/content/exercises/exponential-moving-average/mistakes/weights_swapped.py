# β weighs the new value instead of the old average
#
# With β = 0.9 nine tenths of each result are the newest loss, so almost nothing is smoothed. In
# this convention, which Adam uses, β is what is *kept*: `beta * mean + (1 - beta) * value`. Other
# texts write α for the share of the new value; α = 1 − β.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.weight = 0.0

    def update(self, value):
        if value is not None:
            self.mean = (1 - self.beta) * self.mean + self.beta * value
            self.weight = (1 - self.beta) * self.weight + self.beta
        return self.mean / self.weight if self.weight else None
