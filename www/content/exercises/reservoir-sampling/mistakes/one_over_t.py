# Taken with 1 / t, whatever the size
#
# `1 / t` is right for a single slot. With k of them, k of the t clips are kept, so the newest must
# have the chance k / t. In a reservoir of two, the third clip is taken here with 1/3 and the first
# two stay with 5/6 each. Put `size` over the count.
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
        keep = 1 / self.offered
        if u >= keep:
            return clip
        slot = int(u / keep * self.size)
        replaced, self.slots[slot] = self.slots[slot], clip
        return replaced

    def sample(self):
        return list(self.slots)
