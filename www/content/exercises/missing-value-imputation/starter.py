class Imputer:
    def __init__(self, strategies):
        self.strategies = strategies

    def fit(self, rows):
        """Learns the fill value of each column from training rows."""

    def transform(self, rows):
        """New rows, filled with what was learned, and marked where they were."""
        return rows
