class ExponentialMovingAverage:
    def __init__(self, beta):
        self.beta = beta

    def update(self, value):
        """Takes the newest value, or None for a skipped step; returns the corrected average."""
        return value
