class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.steps = 0

    def update(self, value):
        """Takes the newest value, or None for a skipped step; returns the corrected average."""
        if value is not None:
            self.steps += 1
            self.mean = self.beta * self.mean + (1 - self.beta) * value
        if self.steps == 0:
            return None
        return self.mean / (1 - self.beta**self.steps)
