# A loss of 0 is taken for a skipped step
#
# `if value` is false for `None` and for 0.0 alike, so a perfect batch is left out and the average
# stays too high. Ask the question you mean: `if value is not None`.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.steps = 0

    def update(self, value):
        if value:
            self.steps += 1
            self.mean = self.beta * self.mean + (1 - self.beta) * value
        if not self.steps:
            return None
        return self.mean / (1 - self.beta**self.steps)
