"""``default_rng`` and the generator it makes."""

from functools import partial

from .. import _dtype as dt
from .._array import ndarray
from .._create import arange, asarray
from .._layout import normal_axis
from .._missing import missing_attribute
from .._scalar import float64, int64
from . import _choice, _draw
from ._integers import integers, scaled_below
from ._pcg64 import PCG64, SeedSequence
from ._ziggurat import standard_exponentials, standard_normals, standard_normals32


class Generator:
    """Random numbers from PCG64, equal to NumPy's for the same seed."""

    def __init__(self, bit_generator):
        self._source = bit_generator

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"

    __getattr__ = missing_attribute("Generator", "random.Generator.")

    @property
    def bit_generator(self):
        """The stream of bits that the numbers are made from."""
        return self._source

    def random(self, size=None, dtype=float64, out=None):
        """Numbers in [0, 1)."""
        kind = _floating(dtype, "random")
        source = self._source
        draws = source.doubles if kind is dt.float64 else source.singles
        return _draw.filled_out(draws, size, out, kind)

    def standard_normal(self, size=None, dtype=float64, out=None):
        """Normal numbers with mean 0 and standard deviation 1."""
        kind = _floating(dtype, "standard_normal")
        function = standard_normals if kind is dt.float64 else standard_normals32
        return _draw.filled_out(partial(function, self._source), size, out, kind)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal numbers with mean ``loc`` and standard deviation ``scale``."""
        _draw.refuse_negative(scale, "scale")
        draws = partial(standard_normals, self._source)
        return _draw.scaled(draws, lambda x, mean, spread: mean + spread * x, size, loc, scale)

    def exponential(self, scale=1.0, size=None):
        """Exponential numbers with mean ``scale``."""
        _draw.refuse_negative(scale, "scale")
        draws = partial(standard_exponentials, self._source)
        return _draw.scaled(draws, lambda x, mean: mean * x, size, scale)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Numbers in [low, high)."""
        if (_draw.check_range(low, high, "high - low range exceeds valid bounds") < 0).any():
            raise ValueError("high - low < 0")
        draws = self._source.doubles
        return _draw.scaled(draws, lambda x, a, b: a + (b - a) * x, size, low, high)

    def integers(self, low, high=None, size=None, dtype=int64, endpoint=False):
        """Whole numbers from ``low`` up to ``high``, which is left out unless ``endpoint``."""
        return integers(self._source, low, high, size, dtype, endpoint, False, "integers")

    def binomial(self, n, p, size=None):
        """How many of ``n`` tries succeed with probability ``p`` each."""
        return _draw.binomial_counts(self._source.next_double, n, p, size)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Elements of ``a``, or numbers below it, drawn at random."""
        draws = _choice.Draws(
            _choice.GENERATOR,
            self.random,
            lambda count, size: self.integers(0, count, size),
            lambda count, wanted: self._distinct(count, wanted, shuffle),
        )
        return _choice.choice(draws, a, size, replace, p, axis)

    def _distinct(self, count, wanted, is_shuffled):
        """Different numbers below ``count``: the end of a shuffle, or Floyd's method for few."""

        def below(limit):
            return scaled_below(self._source, limit)

        if count > 10000 and wanted > count // (50 if is_shuffled else 20):
            order = list(range(count))
            _draw.swap_down(below, order, max(count - wanted, 1))
            return order[count - wanted :]
        found = {}
        for limit in range(count - wanted, count):
            value = below(limit)
            found[limit if value in found else value] = None
        chosen = list(found)
        if is_shuffled:
            _draw.swap_down(below, chosen)
        return chosen

    def shuffle(self, x, axis=0):
        """Shuffle along an axis in place."""
        _draw.shuffled_rows(self._source, x if axis == 0 else x.swapaxes(0, axis))

    def permutation(self, x, axis=0):
        """The numbers below ``x``, or a copy of ``x``, shuffled along an axis."""
        is_count = hasattr(x, "__index__") and x.__class__ is not ndarray
        made = arange(x) if is_count else asarray(x)
        axis = normal_axis(axis, made.ndim)
        order = list(range(made.shape[axis]))
        _draw.shuffled(self._source, order)
        return made.take(order, axis)

    def spawn(self, n_children):
        """Generators that are independent of this one."""
        return [Generator(PCG64(seed)) for seed in self._source.seed_seq.spawn(n_children)]


def _floating(dtype, name):
    kind = dt.lookup(dtype)
    if kind.kind != "f":
        raise TypeError(f"Unsupported dtype {kind!r} for {name}")
    return kind


def default_rng(seed=None):
    """A new generator, started from a seed."""
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, PCG64):
        return Generator(seed)
    return Generator(PCG64(seed))
