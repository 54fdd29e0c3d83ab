class Reservoir:
    def __init__(self, size):
        self.size = size

    def offer(self, clip, u):
        """Decides about a new clip; returns the one that can be deleted, or None."""
        return None

    def sample(self):
        """The clips that are kept, by slot."""
        return []
