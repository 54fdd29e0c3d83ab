"""Type hints of numpy.random; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

def default_rng(seed: int | Sequence[int] | None = None) -> Generator:
    """A new generator, started from a seed."""

class Generator:
    """Random numbers from PCG64, equal to NumPy's for the same seed."""
    def __init__(self, bit_generator: Any) -> None: ...
    def random(self, size: _Shape | None = None, dtype: _DTypeLike = ..., out: ndarray | None = None) -> Any:
        """Numbers in [0, 1)."""
    def standard_normal(self, size: _Shape | None = None, dtype: _DTypeLike = ..., out: ndarray | None = None) -> Any:
        """Normal numbers with mean 0 and standard deviation 1."""
    def normal(self, loc: _ArrayLike = 0.0, scale: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
        """Normal numbers with mean ``loc`` and standard deviation ``scale``."""
    def uniform(self, low: _ArrayLike = 0.0, high: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
        """Numbers in [low, high)."""
    def integers(self, low: _ArrayLike, high: _ArrayLike | None = None, size: _Shape | None = None, dtype: _DTypeLike = ..., endpoint: builtins.bool = False) -> Any:
        """Whole numbers from ``low`` up to ``high``, which is left out unless ``endpoint``."""
    def choice(self, a: _ArrayLike, size: _Shape | None = None, replace: builtins.bool = True, p: _ArrayLike | None = None, axis: _Axes = 0, shuffle: builtins.bool = True) -> Any:
        """Elements of ``a``, or numbers below it, drawn at random."""
    def permutation(self, x: _ArrayLike, axis: _Axes = 0) -> Any:
        """The numbers below ``x``, or a copy of ``x``, shuffled along an axis."""
    def shuffle(self, x: _ArrayLike, axis: _Axes = 0) -> None:
        """Shuffle along an axis in place."""
    def binomial(self, n: _ArrayLike, p: _ArrayLike, size: _Shape | None = None) -> Any:
        """How many of ``n`` tries succeed with probability ``p`` each."""
    def exponential(self, scale: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
        """Exponential numbers with mean ``scale``."""
    def spawn(self, n_children: int) -> list[Generator]:
        """Generators that are independent of this one."""
    @property
    def bit_generator(self) -> PCG64:
        """The stream of bits that the numbers are made from."""

def seed(seed: int | Sequence[int] | None = None) -> None:
    """Start again from a seed."""

def rand(*args: Any) -> Any:
    """Numbers in [0, 1), the shape given length by length."""

def randn(*args: Any) -> Any:
    """Normal numbers, the shape given length by length."""

def random(size: _Shape | None = None) -> Any:
    """Numbers in [0, 1)."""

def random_sample(size: _Shape | None = None) -> Any:
    """Numbers in [0, 1)."""

def ranf(*args: Any, **kwargs: Any) -> Any:
    """Numbers in [0, 1); an old name of ``random_sample``."""

def randint(low: _ArrayLike, high: _ArrayLike | None = None, size: _Shape | None = None, dtype: _DTypeLike = int) -> Any:
    """Whole numbers from ``low`` up to, not including, ``high``."""

def normal(loc: _ArrayLike = 0.0, scale: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
    """Normal numbers with mean ``loc`` and standard deviation ``scale``."""

def standard_normal(size: _Shape | None = None) -> Any:
    """Normal numbers with mean 0 and standard deviation 1."""

def uniform(low: _ArrayLike = 0.0, high: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
    """Numbers in [low, high)."""

def choice(a: _ArrayLike, size: _Shape | None = None, replace: builtins.bool = True, p: _ArrayLike | None = None) -> Any:
    """Elements of ``a``, or numbers below it, drawn at random."""

def permutation(x: _ArrayLike) -> Any:
    """The numbers below ``x``, or a copy of ``x``, shuffled."""

def shuffle(x: _ArrayLike) -> None:
    """Shuffle along the first axis in place."""

def binomial(n: _ArrayLike, p: _ArrayLike, size: _Shape | None = None) -> Any:
    """How many of ``n`` tries succeed with probability ``p`` each."""

def multinomial(n: _ArrayLike, pvals: _ArrayLike, size: _Shape | None = None) -> Any:
    """How ``n`` tries are spread over outcomes with probabilities ``pvals``."""

def multivariate_normal(mean: Any, cov: _ArrayLike, size: _Shape | None = None, check_valid: str = 'warn', tol: float = 1e-08) -> Any:
    """Vectors of normal numbers with a mean and a covariance matrix."""

def exponential(scale: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
    """Exponential numbers with mean ``scale``."""

def lognormal(mean: Any = 0.0, sigma: _ArrayLike = 1.0, size: _Shape | None = None) -> Any:
    """Numbers whose logarithm is normal."""

def get_state(legacy: Any = True) -> Any:
    """The state of the stream."""

def set_state(state: Any) -> None:
    """Continue from a state that ``get_state`` returned."""

class RandomState:
    """Random numbers from the Mersenne Twister, equal to NumPy's for the same seed."""
    def __init__(self, seed: int | Sequence[int] | None = None) -> None: ...

class PCG64:
    """A stream of 64-bit numbers; 32-bit ones are taken two from each, the lower first."""
    def __init__(self, seed: int | Sequence[int] | None = None) -> None: ...

class SeedSequence:
    """Entropy of any size, mixed into words that differ in about half their bits."""
    def __init__(self, entropy: Any = None, *, spawn_key: Any = (), pool_size: int = 4, n_children_spawned: int = 0) -> None: ...
