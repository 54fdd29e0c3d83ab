"""``RandomState`` and the functions of ``np.random``: the stream that ``seed`` starts."""

import math

from .. import _dtype as dt
from .._create import arange, asarray
from .._layout import normal_shape, size_of
from . import _draw
from ._mt19937 import MT19937


class RandomState:
    """Random numbers from the Mersenne Twister, equal to NumPy's for the same seed."""

    def __init__(self, seed=None):
        self._source = MT19937(seed)
        self._kept = None

    def seed(self, seed=None):
        """Start again from a seed."""
        self._source.seed(seed)
        self._kept = None

    def get_state(self, legacy=True):
        """The state of the stream."""
        key, position = self._source.get_state()
        kept = 0.0 if self._kept is None else self._kept
        return "MT19937", asarray(list(key), dt.uint32), position, int(self._kept is not None), kept

    def set_state(self, state):
        """Continue from a state that ``get_state`` returned."""
        _, key, position, has_kept, kept = state
        self._source.set_state(asarray(key).tolist(), position)
        self._kept = kept if has_kept else None

    def _below(self, limit):
        return _draw.masked_below(self._source, limit)

    def _gauss(self):
        """A normal number by the polar method, which makes two at a time."""
        if self._kept is not None:
            value, self._kept = self._kept, None
            return value
        draw = self._source.next_double
        while True:
            x, y = 2.0 * draw() - 1.0, 2.0 * draw() - 1.0
            radius = x * x + y * y
            if 0.0 < radius < 1.0:
                break
        factor = math.sqrt(-2.0 * math.log(radius) / radius)
        self._kept = factor * x
        return factor * y

    def random_sample(self, size=None):
        """Numbers in [0, 1)."""
        return _draw.filled(self._source.next_double, size)

    def random(self, size=None):
        """Numbers in [0, 1)."""
        return self.random_sample(size)

    def rand(self, *args):
        """Numbers in [0, 1), the shape given length by length."""
        return self.random_sample(args or None)

    def standard_normal(self, size=None):
        """Normal numbers with mean 0 and standard deviation 1."""
        return _draw.filled(self._gauss, size)

    def randn(self, *args):
        """Normal numbers, the shape given length by length."""
        return self.standard_normal(args or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal numbers with mean ``loc`` and standard deviation ``scale``."""
        if (asarray(scale) < 0).any():
            raise ValueError("scale < 0")
        return _draw.with_parameters(lambda m, s: m + s * self._gauss(), size, loc, scale)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Numbers in [low, high)."""
        draw = self._source.next_double
        return _draw.with_parameters(lambda a, b: a + (b - a) * draw(), size, low, high)

    def exponential(self, scale=1.0, size=None):
        """Exponential numbers with mean ``scale``."""
        draw = self._source.next_double
        return _draw.with_parameters(lambda s: -math.log(1.0 - draw()) * s, size, scale)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """Numbers whose logarithm is normal."""
        return _draw.with_parameters(
            lambda m, s: math.exp(m + s * self._gauss()), size, mean, sigma
        )

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers from ``low`` up to, not including, ``high``."""
        low, high = (0, low) if high is None else (low, high)
        low, high, kind = int(low), int(high), dt.lookup(dtype)
        if low >= high:
            raise ValueError("low >= high" if low else "high <= 0")
        drawn = _draw.filled(lambda: low + self._below(high - 1 - low), size, kind)
        return drawn if size is not None or dtype is int else kind.box(drawn)

    def choice(self, a, size=None, replace=True, p=None):
        """Elements of ``a``, or numbers below it, drawn at random."""
        count, things = _draw.population(a)
        wanted = 1 if size is None else size_of(normal_shape(size))
        if not replace and wanted > count:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            chosen = _draw.by_probability(self.random_sample, p, count, size, replace)
        elif replace:
            chosen = self.randint(0, count, size)
        else:
            chosen = self.permutation(count)[:wanted]
            chosen = chosen[0] if size is None else chosen.reshape(normal_shape(size))
        return chosen if things is None else things[chosen]

    def shuffle(self, x):
        """Shuffle along the first axis in place."""
        _draw.shuffled_rows(self._below, x)

    def permutation(self, x):
        """The numbers below ``x``, or a copy of ``x``, shuffled."""
        made = arange(x) if isinstance(x, int) else asarray(x).copy()
        order = list(range(len(made)))
        _draw.swap_down(self._below, order)
        return made[order] if order else made
