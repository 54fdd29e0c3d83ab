"""Random numbers equal to NumPy's for the same seed, legacy and ``default_rng``."""

from .._missing import missing_from as _missing_from
from ._generator import Generator, default_rng
from ._legacy import RandomState
from ._pcg64 import PCG64, SeedSequence

_shared = RandomState()

seed, get_state, set_state = _shared.seed, _shared.get_state, _shared.set_state
rand, randn, randint = _shared.rand, _shared.randn, _shared.randint
random, random_sample = _shared.random, _shared.random_sample


def ranf(*args, **kwargs):
    """Numbers in [0, 1); an old name of ``random_sample``."""
    return random_sample(*args, **kwargs)


normal, standard_normal, uniform = _shared.normal, _shared.standard_normal, _shared.uniform
exponential, lognormal = _shared.exponential, _shared.lognormal
binomial, multinomial = _shared.binomial, _shared.multinomial
multivariate_normal = _shared.multivariate_normal
choice, shuffle, permutation = _shared.choice, _shared.shuffle, _shared.permutation

__all__ = [
    "Generator",
    "PCG64",
    "RandomState",
    "SeedSequence",
    "binomial",
    "choice",
    "default_rng",
    "exponential",
    "get_state",
    "lognormal",
    "multinomial",
    "multivariate_normal",
    "normal",
    "permutation",
    "rand",
    "randint",
    "randn",
    "random",
    "random_sample",
    "ranf",
    "seed",
    "set_state",
    "shuffle",
    "standard_normal",
    "uniform",
]

__getattr__ = _missing_from("random", __name__)
