# The new clip is not counted in p
#
# The share is taken before the count goes up, so it is `size / (offered − 1)`. The first clip that
# meets a full reservoir of two is then taken for certain, though it should be with 2/3, and every
# later one is favoured a little. The new clip is one of those that must be equally likely: count
# it first.
class Reservoir:
    def __init__(self, size):
        self.size = size
        self.slots = []
        self.offered = 0

    def offer(self, clip, u):
        if len(self.slots) < self.size:
            self.slots.append(clip)
            self.offered += 1
            return None
        keep = self.size / self.offered
        self.offered += 1
        if u >= keep:
            return clip
        slot = int(u / keep * self.size)
        replaced, self.slots[slot] = self.slots[slot], clip
        return replaced

    def sample(self):
        return list(self.slots)
