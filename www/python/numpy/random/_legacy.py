"""``RandomState`` and the functions of ``np.random``: the stream that ``seed`` starts.

Normal and exponential numbers take the logarithm of the C library. Where that rounds otherwise
than the one NumPy was built with, one in about 20,000 differs in its last bit.
"""

import math

from .. import _dtype as dt
from .._array import ndarray, whole
from .._create import arange, asarray
from .._layout import normal_shape, size_of
from .._missing import missing_attribute
from . import _choice, _draw
from ._binomial import multinomial
from ._covariance import multivariate_normal
from ._integers import integers
from ._mt19937 import MT19937


class RandomState:
    """Random numbers from the Mersenne Twister, equal to NumPy's for the same seed."""

    def __init__(self, seed=None):
        self._source = MT19937(seed)
        self._kept = None

    def __repr__(self):
        return f"RandomState(MT19937) at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"

    __getattr__ = missing_attribute("RandomState", "random.RandomState.")

    def seed(self, seed=None):
        """Start again from a seed."""
        self._source.seed(seed)
        self._kept = None

    def get_state(self, legacy=True):
        """The state of the stream."""
        key, position = self._source.get_state()
        kept = 0.0 if self._kept is None else self._kept
        state = asarray(list(key), dt.uint32), position
        has_kept = int(self._kept is not None)
        if legacy:
            return ("MT19937", *state, has_kept, kept)
        inner = {"key": state[0], "pos": position}
        return {"bit_generator": "MT19937", "state": inner, "has_gauss": has_kept, "gauss": kept}

    def set_state(self, state):
        """Continue from a state that ``get_state`` returned."""
        if isinstance(state, dict):
            if "bit_generator" not in state:
                raise ValueError("state dictionary is not valid.")
            key, position = state["state"]["key"], state["state"]["pos"]
            kept = state["has_gauss"], state["gauss"]
            state = (state["bit_generator"], key, position, *kept)
        if not isinstance(state, (tuple, list)):
            raise TypeError("state must be a dict or a tuple.")
        if state[0] != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        _, key, position, *kept = state
        self._source.set_state(asarray(key).tolist(), position)
        self._kept = kept[1] if kept and kept[0] else None

    def __reduce__(self):
        return type(self), (0,), self.get_state(legacy=False)

    def __getstate__(self):
        return self.get_state(legacy=False)

    __setstate__ = set_state

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

    def _normals(self, count):
        draw = self._gauss
        return [draw() for _ in range(count)]

    def random_sample(self, size=None):
        """Numbers in [0, 1)."""
        return _draw.filled(self._source.doubles, size)

    def random(self, size=None):
        """Numbers in [0, 1)."""
        return self.random_sample(size)

    def rand(self, *args):
        """Numbers in [0, 1), the shape given length by length."""
        return self.random_sample(args or None)

    def standard_normal(self, size=None):
        """Normal numbers with mean 0 and standard deviation 1."""
        return _draw.filled(self._normals, size)

    def randn(self, *args):
        """Normal numbers, the shape given length by length."""
        return self.standard_normal(args or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal numbers with mean ``loc`` and standard deviation ``scale``."""
        _draw.refuse_negative(scale, "scale")
        draws = self._normals
        return _draw.scaled(draws, lambda x, mean, spread: mean + spread * x, size, loc, scale)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Numbers in [low, high)."""
        _draw.check_range(low, high, "Range exceeds valid bounds")
        draws = self._source.doubles
        return _draw.scaled(draws, lambda x, a, b: a + (b - a) * x, size, low, high)

    def exponential(self, scale=1.0, size=None):
        """Exponential numbers with mean ``scale``."""
        _draw.refuse_negative(scale, "scale")
        draws = self._source.doubles
        return _draw.scaled(draws, lambda x, mean: -math.log(1.0 - x) * mean, size, scale)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """Numbers whose logarithm is normal."""
        _draw.refuse_negative(sigma, "sigma")
        draws = self._normals
        return _draw.scaled(draws, lambda x, m, s: math.exp(m + s * x), size, mean, sigma)

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers from ``low`` up to, not including, ``high``."""
        return integers(self._source, low, high, size, dtype, False, True, "randint")

    def binomial(self, n, p, size=None):
        """How many of ``n`` tries succeed with probability ``p`` each."""
        return _draw.binomial_counts(self._source.next_double, n, p, size)

    def multinomial(self, n, pvals, size=None):
        """How ``n`` tries are spread over outcomes with probabilities ``pvals``."""
        _draw.refuse_negative(n, "n")
        shares = asarray(pvals, float)
        if shares.ndim != 1:
            raise ValueError("pvals must be a 1-d sequence")
        if not ((shares >= 0) & (shares <= 1)).all():
            raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
        if math.fsum(shares.tolist()[:-1]) > 1.0 + 1e-12:
            raise ValueError(_too_large(pvals))
        shape = () if size is None else normal_shape(size)
        counts, shares, draw = [], shares.tolist(), self._source.next_double
        for _ in range(size_of(shape)):
            counts += multinomial(draw, int(n), shares)
        return whole(dt.int64.store(counts), (*shape, len(shares)), dt.int64)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-08):
        """Vectors of normal numbers with a mean and a covariance matrix."""
        return multivariate_normal(self.standard_normal, mean, cov, size, check_valid, tol)

    def choice(self, a, size=None, replace=True, p=None):
        """Elements of ``a``, or numbers below it, drawn at random."""
        draws = _choice.Draws(
            _choice.LEGACY,
            self.random_sample,
            lambda count, size: self.randint(0, count, size),
            lambda count, wanted: self.permutation(count)[:wanted],
        )
        return _choice.choice(draws, a, size, replace, p)

    def shuffle(self, x):
        """Shuffle along the first axis in place."""
        _draw.shuffled_rows(self._source, x)

    def permutation(self, x):
        """The numbers below ``x``, or a copy of ``x``, shuffled."""
        if isinstance(x, str):
            raise IndexError("x must be an integer or at least 1-dimensional")
        is_count = hasattr(x, "__index__") and x.__class__ is not ndarray
        made = arange(x) if is_count else asarray(x)
        if made.ndim < 1:
            raise IndexError("x must be an integer or at least 1-dimensional")
        order = list(range(len(made)))
        _draw.shuffled(self._source, order)
        return made[asarray(order, dt.int64)]


def _too_large(pvals):
    """Why probabilities are refused, also where float32 is what makes them too large."""
    if pvals.__class__ is ndarray and pvals.dtype is dt.float32 and pvals.sum() < 1.0001:
        return (
            "The sum of pvals[:-1].astype(np.float64) > 1.0. The pvals array is cast to 64-bit "
            "floating point prior to checking the sum. Precision changes when casting may cause "
            "problems even if the sum of the original pvals is valid."
        )
    return "sum(pvals[:-1]) > 1.0"
