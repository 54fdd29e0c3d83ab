"""The elements of an array in C order, as ``a.flat`` gives them."""

from ._array import elements, ndarray
from ._layout import places


class flatiter:
    """Iterator over an array's elements that can also be indexed and assigned."""

    def __init__(self, base):
        self.base = base
        self.index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self[self.index - 1]

    def __len__(self):
        return self.base.size

    def __getitem__(self, key):
        return self.base.ravel()[key]

    def __setitem__(self, key, value):
        from ._create import arange

        base = self.base
        where = places(base._offset, base._shape, base._steps)
        chosen = arange(len(where))[key]
        if not isinstance(chosen, ndarray):
            chosen = chosen.reshape(1)
        values = elements(_repeated(value, base.dtype))
        for count, index in enumerate(elements(chosen)):
            base._data[where[index]] = values[count % len(values)]

    def copy(self):
        """The elements as a new one-dimensional array."""
        return self.base.flatten()


def _repeated(value, kind):
    from ._create import asarray

    return asarray(value).astype(kind)
