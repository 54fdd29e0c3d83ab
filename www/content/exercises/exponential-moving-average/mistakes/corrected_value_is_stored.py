# The corrected value is fed back into the recurrence
#
# The first result, 4.0, is right. But it is kept as m, where 0.4 should be, and the next step
# divides by 1 − β² = 0.19 something that no longer starts from zero: losses 4.0 and 3.0 give 20.5.
# Keep m as it is and correct only the number that you return.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.steps = 0

    def update(self, value):
        if value is not None:
            self.steps += 1
            self.mean = self.beta * self.mean + (1 - self.beta) * value
            self.mean /= 1 - self.beta**self.steps
        return self.mean if self.steps else None
