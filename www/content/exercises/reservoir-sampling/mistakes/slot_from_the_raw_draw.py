# The slot is taken from u as it is
#
# Once you know that `u < p`, u is no longer even on [0, 1): it is even on [0, p). `int(u * size)`
# then favours the low slots, and as p falls below `1 / size` only slot 0 is ever replaced: the
# other slots keep their early clips for good. Divide by p first.
class Reservoir:
    def __init__(self, size):
        self.size = size
        self.slots = []
        self.offered = 0

    def offer(self, clip, u):
        self.offered += 1
        if len(self.slots) < self.size:
            self.slots.append(clip)
            return None
        if u >= self.size / self.offered:
            return clip
        slot = int(u * self.size)
        replaced, self.slots[slot] = self.slots[slot], clip
        return replaced

    def sample(self):
        return list(self.slots)
