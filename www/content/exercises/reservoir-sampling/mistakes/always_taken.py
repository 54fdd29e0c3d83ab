# Every new clip is taken
#
# Here p is 1: each clip replaces a random one. A clip from the morning must survive every single
# replacement: with two slots it is lost with chance 1/2 each time, and the sample shows the last
# minutes of the day. Clip number t may be taken only with probability `size / t`.
class Reservoir:
    def __init__(self, size):
        self.size = size
        self.slots = []

    def offer(self, clip, u):
        if len(self.slots) < self.size:
            self.slots.append(clip)
            return None
        slot = int(u * self.size)
        replaced, self.slots[slot] = self.slots[slot], clip
        return replaced

    def sample(self):
        return list(self.slots)
