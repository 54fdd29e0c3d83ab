class Random:
    """PCG32 (O'Neill 2014), the lab's own generator: the same numbers on every machine."""

    def __init__(self, state, increment):
        self.state, self.increment = state, increment

    @classmethod
    def seeded(cls, seed, stream):
        random = cls(0, stream << 1 | 1)
        random.bits()
        random.state = (random.state + seed) % 2**64
        random.bits()
        return random

    def bits(self):
        """32 uniform bits."""
        old = self.state
        self.state = (old * 6364136223846793005 + self.increment) % 2**64
        mixed, turn = ((old >> 18 ^ old) >> 27) % 2**32, old >> 59
        return (mixed >> turn | mixed << 32 - turn) % 2**32

    def below(self, bound):
        """Uniform in 0, 1, …, bound − 1."""
        return self.bits() * bound >> 32

    def unit(self):
        """Uniform from 0 to below 1."""
        return (self.bits() >> 8) / 2**24

    def normal(self):
        """Standard normal (Box and Muller 1958)."""
        radius = math.sqrt(-2 * math.log(1 - self.unit()))
        return radius * math.cos(2 * math.pi * self.unit())

    def shuffle(self, items):
        """In place (Fisher and Yates)."""
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
