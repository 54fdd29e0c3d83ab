"""Python functions of single numbers as functions of arrays."""

from . import _dtype as dt
from ._array import elements
from ._create import array as make
from ._create import asarray
from ._shape import broadcast_arrays


class vectorize:
    """A Python function of numbers as a function of arrays; a loop, so no faster."""

    def __init__(
        self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None
    ):
        if signature is not None:
            raise TypeError(
                "this playground's vectorize has no signatures; use np.apply_along_axis or a loop"
            )
        self.pyfunc, self.cache = pyfunc, cache
        self.otypes = None if otypes is None else [dt.lookup(one) for one in otypes]
        self.excluded = set(excluded or ())
        self._options = otypes, doc, excluded, cache
        self.__doc__ = doc or getattr(pyfunc, "__doc__", None) or type(self).__doc__

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            # Used as a decorator with arguments: the function comes now.
            return vectorize(args[0], *self._options)
        places = [k for k in range(len(args)) if k not in self.excluded]
        names = [name for name in kwargs if name not in self.excluded]
        if not places and not names:
            return self.pyfunc(*args, **kwargs)
        given = [args[k] for k in places] + [kwargs[name] for name in names]
        arrays = [asarray(one) for one in broadcast_arrays(*given)]

        def one_call(*values):
            ordinary, named = list(args), dict(kwargs)
            for place, value in zip(places, values):
                ordinary[place] = value
            named.update(zip(names, values[len(places) :]))
            return self.pyfunc(*ordinary, **named)

        return self._collected(one_call, arrays)

    def _collected(self, one_call, arrays):
        shape = arrays[0]._shape
        if not arrays[0].size and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        columns = [map(one._dtype.box, elements(one)) for one in arrays]
        results = [one_call(*values) for values in zip(*columns)]
        is_several = isinstance(results[0], tuple) if results else len(self.otypes) > 1
        if not is_several:
            return self._shaped(results, shape, 0)
        count = len(results[0]) if results else len(self.otypes)
        columns = list(zip(*results)) or [()] * count
        return tuple(self._shaped(list(one), shape, k) for k, one in enumerate(columns))

    def _shaped(self, results, shape, place):
        kind = self.otypes[place] if self.otypes else asarray(results[0])._dtype
        made = make(results, dtype=kind).reshape(shape)
        return made if shape else made[()]
