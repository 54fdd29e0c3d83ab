class ExponentialMovingAverage:
    """Averages a one beside each value: the same recurrence then knows how much weight it has.

    Needs no power and no step count, and stays right if beta changes during the run.
    """

    def __init__(self, beta):
        self.beta = beta
        self.mean = 0.0
        self.weight = 0.0

    def update(self, value):
        """Takes the newest value, or None for a skipped step; returns the corrected average."""
        if value is not None:
            self.mean += (1 - self.beta) * (value - self.mean)
            self.weight += (1 - self.beta) * (1 - self.weight)
        return self.mean / self.weight if self.weight else None
