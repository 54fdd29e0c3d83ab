"""PCG64 and the seed sequence behind ``default_rng``.

O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms
for Random Number Generation", 2014: a 128-bit linear congruential generator with the
XSL-RR output function.
"""

import random
from itertools import chain, islice

from .._missing import missing_attribute

_MASK32, _MASK64, _MASK128 = (1 << 32) - 1, (1 << 64) - 1, (1 << 128) - 1
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


class SeedSequence:
    """Entropy of any size, mixed into words that differ in about half their bits."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if pool_size != 4:
            raise ValueError("this playground mixes seeds in a pool of 4 words, NumPy's default")
        self.entropy = random.SystemRandom().getrandbits(128) if entropy is None else entropy
        self.spawn_key, self.n_children_spawned = tuple(spawn_key), n_children_spawned
        self._pool = self._mixed()

    __getattr__ = missing_attribute("SeedSequence", "random.SeedSequence.")

    def _words(self):
        words = _words_of(self.entropy)
        if self.spawn_key:
            words += [0] * (4 - len(words))
            for key in self.spawn_key:
                words += _words_of(key)
        return words

    def _mixed(self):
        words, constant = self._words(), 0x43B0D7E5

        def hashed(value):
            nonlocal constant
            value ^= constant
            constant = constant * 0x931E8875 & _MASK32
            value = value * constant & _MASK32
            return value ^ (value >> 16)

        def mix(x, y):
            result = (0xCA01F9DD * x - 0x4973F715 * y) & _MASK32
            return result ^ (result >> 16)

        pool = [hashed(words[k] if k < len(words) else 0) for k in range(4)]
        for source in range(4):
            for target in range(4):
                if source != target:
                    pool[target] = mix(pool[target], hashed(pool[source]))
        for word in words[4:]:
            for target in range(4):
                pool[target] = mix(pool[target], hashed(word))
        return pool

    def words(self, count):
        """``count`` words of 32 bits."""
        constant, made = 0x8B51F9DD, []
        for k in range(count):
            value = self._pool[k % 4] ^ constant
            constant = constant * 0x58F38DED & _MASK32
            value = value * constant & _MASK32
            made.append(value ^ (value >> 16))
        return made

    def spawn(self, n_children):
        """Seed sequences that are independent of this one."""
        start = self.n_children_spawned
        self.n_children_spawned += n_children
        return [
            SeedSequence(self.entropy, spawn_key=(*self.spawn_key, start + k))
            for k in range(n_children)
        ]


def _words_of(number):
    is_text = isinstance(number, (str, bytes))
    if hasattr(number, "__len__") and not is_text and getattr(number, "ndim", 1):
        return [word for part in number for word in _words_of(part)]
    if not hasattr(number, "__index__"):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {number}")
    number = number.__index__()
    if number < 0:
        raise ValueError("expected non-negative integer")
    words = [number & _MASK32]
    while number >> 32:
        number >>= 32
        words.append(number & _MASK32)
    return words


class PCG64:
    """A stream of 64-bit numbers; 32-bit ones are taken two from each, the lower first."""

    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        words = self.seed_seq.words(8)
        longs = [words[k] | words[k + 1] << 32 for k in range(0, 8, 2)]
        start, stream = longs[0] << 64 | longs[1], longs[2] << 64 | longs[3]
        self._increment = (stream << 1 | 1) & _MASK128
        self._state = self._increment
        self._state = self._state + start & _MASK128
        self._state = self._state * _MULTIPLIER + self._increment & _MASK128
        self._half = None

    def next64(self):
        """The next number of 64 bits."""
        state = self._state = (self._state * _MULTIPLIER + self._increment) & _MASK128
        value = (state >> 64) ^ (state & _MASK64)
        turn = state >> 122
        return (value >> turn | value << (64 - turn)) & _MASK64

    def numbers(self, count):
        """An iterator over numbers of 64 bits of which at least ``count`` will be taken.

        Those are made at once, which takes half the time; the ones after are made one by one.
        """
        state, increment, made = self._state, self._increment, []
        for _ in range(count):
            state = (state * _MULTIPLIER + increment) & _MASK128
            value = (state >> 64) ^ (state & _MASK64)
            turn = state >> 122
            made.append((value >> turn | value << (64 - turn)) & _MASK64)
        self._state = state
        return chain(made, iter(self.next64, None))

    def doubles(self, count):
        """The next ``count`` numbers in [0, 1)."""
        numbers = islice(self.numbers(count), count)
        return [(value >> 11) * (1.0 / 9007199254740992.0) for value in numbers]

    def next32(self):
        """The next number of 32 bits."""
        if self._half is not None:
            value, self._half = self._half, None
            return value
        value = self.next64()
        self._half = value >> 32
        return value & _MASK32

    def next_double(self):
        """The next number in [0, 1)."""
        return (self.next64() >> 11) * (1.0 / 9007199254740992.0)

    def singles(self, count):
        """The same for float32, from numbers of 32 bits."""
        return [self.next_single() for _ in range(count)]

    def next_single(self):
        """The next number in [0, 1) that float32 holds."""
        return (self.next32() >> 8) * (1.0 / 16777216.0)
