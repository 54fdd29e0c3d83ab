class Reservoir:
    """The form in most textbooks: draw one of all the places so far; a slot if it is low enough.

    With p = size / offered, u / p · size is u · offered: one multiplication decides both whether
    the clip is taken and where it goes.
    """

    def __init__(self, size):
        self.size = size
        self.slots = []
        self.offered = 0

    def offer(self, clip, u):
        """Decides about a new clip; returns the one that can be deleted, or None."""
        self.offered += 1
        if self.offered <= self.size:
            self.slots.append(clip)
            return None
        place = int(u * self.offered)
        if place >= self.size:
            return clip
        replaced, self.slots[place] = self.slots[place], clip
        return replaced

    def sample(self):
        """The clips that are kept, by slot."""
        return list(self.slots)
