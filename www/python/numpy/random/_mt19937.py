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
        if hasattr(seed, "__len__") and not isinstance(seed, str) and not is_scalar(seed):
            self._set_key(_key_of_words(_checked_words(seed)))
            return
        self._set_key(_key_of_number(_checked(seed)))

    def _set_key(self, key, position=624):
        self._source.setstate((3, (*key, position), None))

    def next32(self):
        """The next number of 32 bits."""
        return self._source.getrandbits(32)

    def doubles(self, count):
        """The next ``count`` numbers in [0, 1)."""
        draw = self.next_double
        return [draw() for _ in range(count)]

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


def is_scalar(value):
    """Whether this is an array without axes, which has a length only in name."""
    return getattr(value, "ndim", None) == 0


def _checked(seed):
    if not hasattr(seed, "__index__"):
        kind = f"<U{len(seed)}" if isinstance(seed, str) else "float64"
        raise TypeError(
            f"Cannot cast scalar from dtype('{kind}') to dtype('int64') "
            "according to the rule 'safe'"
        )
    seed = seed.__index__()
    if not 0 <= seed < 1 << 32:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return seed


def _checked_words(seed):
    if not len(seed):
        raise ValueError("Seed must be non-empty")
    if any(hasattr(word, "__len__") and not is_scalar(word) for word in seed):
        raise ValueError("Seed array must be 1-d")
    return [_checked(word) for word in seed]


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
