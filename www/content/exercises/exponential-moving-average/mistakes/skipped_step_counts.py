# A skipped step counts as a step
#
# t goes up although no value came, so 1 − βᵗ is too large from then on: after 4.0, 3.0 and a
# skipped step this returns 0.66 / 0.271 = 2.44 instead of 0.66 / 0.19 = 3.47. Count only the values
# that enter m.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.steps = 0
        self.seen = False

    def update(self, value):
        self.steps += 1
        if value is not None:
            self.seen = True
            self.mean = self.beta * self.mean + (1 - self.beta) * value
        return self.mean / (1 - self.beta**self.steps) if self.seen else None
