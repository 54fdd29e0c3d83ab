# The bias of the start is not corrected
#
# The recurrence begins at 0, so with β = 0.9 the first loss of 4.0 comes out as 0.4, and the curve
# climbs for tens of steps while the loss falls. After t values the weights sum to 1 − βᵗ only:
# divide by that when you return.
class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.steps = 0

    def update(self, value):
        if value is not None:
            self.steps += 1
            self.mean = self.beta * self.mean + (1 - self.beta) * value
        return self.mean if self.steps else None
