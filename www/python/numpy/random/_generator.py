"""``default_rng`` and the generator it makes."""

from .. import _dtype as dt
from .._create import arange, asarray
from .._layout import normal_axis, normal_shape, size_of
from . import _draw
from ._pcg64 import PCG64, SeedSequence
from ._ziggurat import standard_normal


class Generator:
    """Random numbers from PCG64, equal to NumPy's for the same seed."""

    def __init__(self, bit_generator):
        self.bit_generator = self._source = bit_generator

    def __repr__(self):
        return "Generator(PCG64)"

    def _below(self, limit):
        return _draw.scaled_below(self._source, limit)

    def _place(self, limit):
        """A place to swap with; shuffles draw it otherwise than ``integers`` does."""
        return _draw.masked_below(self._source, limit)

    def random(self, size=None, dtype=float, out=None):
        """Numbers in [0, 1)."""
        drawn = _draw.filled(self._source.next_double, size if out is None else out.shape)
        if out is not None:
            out[...] = drawn
            return out
        return drawn

    def standard_normal(self, size=None, dtype=float):
        """Normal numbers with mean 0 and standard deviation 1."""
        return _draw.filled(lambda: standard_normal(self._source), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal numbers with mean ``loc`` and standard deviation ``scale``."""
        if (asarray(scale) < 0).any():
            raise ValueError("scale < 0")
        draw = standard_normal
        return _draw.with_parameters(lambda m, s: m + s * draw(self._source), size, loc, scale)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Numbers in [low, high)."""
        draw = self._source.next_double
        return _draw.with_parameters(lambda a, b: a + (b - a) * draw(), size, low, high)

    def integers(self, low, high=None, size=None, dtype=dt.int64, endpoint=False):
        """Whole numbers from ``low`` up to ``high``, which is left out unless ``endpoint``."""
        low, high = (0, low) if high is None else (low, high)
        low, high, kind = int(low), int(high), dt.lookup(dtype)
        last = high if endpoint else high - 1
        if low > last:
            raise ValueError("low > high" if endpoint else "low >= high" if low else "high <= 0")
        drawn = _draw.filled(lambda: low + self._below(last - low), size, kind)
        return drawn if size is not None else kind.box(drawn)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Elements of ``a``, or numbers below it, drawn at random."""
        count, things = _draw.population(a)
        wanted = 1 if size is None else size_of(normal_shape(size))
        if not replace and wanted > count:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if p is not None:
            chosen = _draw.by_probability(self.random, p, count, size, replace)
        elif replace:
            chosen = self.integers(0, count, size)
        else:
            drawn = asarray(self._distinct(count, wanted, shuffle), dt.int64)
            chosen = drawn[0] if size is None else drawn.reshape(normal_shape(size))
        return chosen if things is None else things.take(chosen, axis)

    def _distinct(self, count, wanted, shuffle):
        """Different numbers below ``count``: the end of a shuffle, or Floyd's method for few."""
        if count > 10000 and wanted > count // (50 if shuffle else 20):
            order = list(range(count))
            _draw.swap_down(self._below, order, max(count - wanted, 1))
            return order[count - wanted :]
        found = {}
        for limit in range(count - wanted, count):
            value = self._below(limit)
            found[limit if value in found else value] = None
        chosen = list(found)
        if shuffle:
            _draw.swap_down(self._below, chosen)
        return chosen

    def shuffle(self, x, axis=0):
        """Shuffle along an axis in place."""
        _draw.shuffled_rows(self._place, x if axis == 0 else asarray(x).swapaxes(0, axis))

    def permutation(self, x, axis=0):
        """The numbers below ``x``, or a copy of ``x``, shuffled along an axis."""
        made = arange(x) if isinstance(x, int) else asarray(x)
        axis = normal_axis(axis, made.ndim)
        order = list(range(made.shape[axis]))
        _draw.swap_down(self._place, order)
        return made.take(order, axis)

    def spawn(self, n_children):
        """Generators that are independent of this one."""
        return [Generator(PCG64(seed)) for seed in self._source.seed_seq.spawn(n_children)]


def default_rng(seed=None):
    """A new generator, started from a seed."""
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, PCG64):
        return Generator(seed)
    return Generator(
        PCG64(seed if seed is None or isinstance(seed, SeedSequence) else _plain(seed))
    )


def _plain(seed):
    return asarray(seed).tolist() if hasattr(seed, "__len__") else seed
