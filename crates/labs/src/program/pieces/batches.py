class Batches:
    """Every example once an epoch, in an order drawn anew each time."""

    def __init__(self, count, size, random):
        self.order, self.size, self.random = list(range(count)), size, random
        self.next = count

    def draw(self):
        """Indices of the next batch; the last one of an epoch may be smaller."""
        if self.next >= len(self.order):
            self.random.shuffle(self.order)
            self.next = 0
        start, self.next = self.next, min(self.next + self.size, len(self.order))
        return self.order[start : self.next]
