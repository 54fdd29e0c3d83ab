"""How an array lies in memory, as ``a.flags`` tells it."""

from ._layout import is_contiguous, is_fortran


_SHORT = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable"}


class flagsobj:
    """Answers about an array's memory layout."""

    def __init__(self, array):
        self._array = array
        self.c_contiguous = is_contiguous(array._shape, array._steps)
        self.f_contiguous = is_fortran(array._shape, array._steps)
        self.owndata = array._base is None

    @property
    def writeable(self):
        """Whether elements may be assigned."""
        return self._array._writeable

    @writeable.setter
    def writeable(self, value):
        self._array._writeable = bool(value)

    def __getitem__(self, key):
        return getattr(self, _SHORT.get(key, key.lower()))

    def __setitem__(self, key, value):
        setattr(self, _SHORT.get(key, key.lower()), value)

    def __repr__(self):
        names = ("c_contiguous", "f_contiguous", "owndata", "writeable")
        return "\n".join(f"  {name.upper()} : {getattr(self, name)}" for name in names)
