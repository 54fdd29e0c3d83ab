class Reservoir:
    def __init__(self, size):
        self.size = size
        self.slots = []
        self.offered = 0

    def offer(self, clip, u):
        """Decides about a new clip; returns the one that can be deleted, or None."""
        self.offered += 1
        if len(self.slots) < self.size:
            self.slots.append(clip)
            return None
        keep_probability = self.size / self.offered
        if u >= keep_probability:
            return clip
        slot = int(u / keep_probability * self.size)
        replaced, self.slots[slot] = self.slots[slot], clip
        return replaced

    def sample(self):
        """The clips that are kept, by slot."""
        return list(self.slots)
