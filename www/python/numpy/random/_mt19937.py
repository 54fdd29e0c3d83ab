"""The Mersenne Twister, by way of Python's own, seeded as NumPy seeds it."""

import random


class MT19937:
    """A stream of 32-bit numbers; ``next_double`` and ``next32`` draw from it."""

    def __init__(self, seed=None):
        self._source = random.Random()
        self.next_double = self._source.random
        self.seed(seed)

    def seed(self, seed=None):
        """Start again from a seed; from an unknown one when none is given."""
        if seed is None:
            seed = random.SystemRandom().getrandbits(32)
        if hasattr(seed, "__len__"):
            self._set_key(_key_of_words([int(word) & 0xFFFFFFFF for word in seed]))
            return
        if not hasattr(seed, "__index__"):
            raise TypeError("Cannot cast array data to an integer seed")
        seed = seed.__index__()
        if not 0 <= seed < 1 << 32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._set_key(_key_of_number(seed))

    def _set_key(self, key, position=624):
        self._source.setstate((3, (*key, position), None))

    def next32(self):
        """The next number of 32 bits."""
        return self._source.getrandbits(32)

    def next64(self):
        """The next two numbers as one of 64 bits, the first above."""
        return (self.next32() << 32) | self.next32()

    def get_state(self):
        """The key and the position in it."""
        words = self._source.getstate()[1]
        return words[:-1], words[-1]

    def set_state(self, key, position):
        """Continue from a key and a position."""
        self._set_key(key, position)


def _key_of_number(seed):
    key = [seed]
    for place in range(1, 624):
        seed = (1812433253 * (seed ^ (seed >> 30)) + place) & 0xFFFFFFFF
        key.append(seed)
    return key


def _key_of_words(words):
    """The reference initialisation by an array of numbers."""
    key, place, taken = _key_of_number(19650218), 1, 0
    for _ in range(max(624, len(words))):
        mixed = (key[place - 1] ^ (key[place - 1] >> 30)) * 1664525
        key[place] = ((key[place] ^ mixed) + words[taken] + taken) & 0xFFFFFFFF
        place, taken = place + 1, (taken + 1) % len(words)
        if place == 624:
            key[0], place = key[623], 1
    for _ in range(623):
        mixed = (key[place - 1] ^ (key[place - 1] >> 30)) * 1566083941
        key[place] = ((key[place] ^ mixed) - place) & 0xFFFFFFFF
        place += 1
        if place == 624:
            key[0], place = key[623], 1
    key[0] = 0x80000000
    return key
