# The clip that was kept longest goes
#
# The new clip is taken with the right chance, but then the oldest in the reservoir makes room, as
# in a queue. A clip's fate now depends on when it came: after the first replacement, clip 1 is gone
# for certain. Which one goes must be left to chance, each slot equally likely.
class Reservoir:
    def __init__(self, size):
        self.size = size
        self.slots = []
        self.offered = 0
        self.oldest = 0

    def offer(self, clip, u):
        self.offered += 1
        if len(self.slots) < self.size:
            self.slots.append(clip)
            return None
        if u >= self.size / self.offered:
            return clip
        replaced, self.slots[self.oldest] = self.slots[self.oldest], clip
        self.oldest = (self.oldest + 1) % self.size
        return replaced

    def sample(self):
        return list(self.slots)
