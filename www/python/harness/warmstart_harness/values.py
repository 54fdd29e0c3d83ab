"""Python values as the wire carries them: ``{"t": "int", "v": "12"}``.

The shapes are those of ``crates/protocol/src/value.rs``. What is too large, too deep or of another
type travels as its type's name and a shortened ``repr``; nothing here may fail or run for ever,
whatever a visitor's code returns. Contents are read as the built-in types hold them: a subclass
may override ``__iter__``, ``__float__`` or ``tolist``, and an object may lie about its class.
"""

import math
import sys
from itertools import islice

MAX_NODES = 20_000
MAX_DEPTH = 40
MAX_TEXT = 20_000
MAX_REPR = 200
LISTED = {list: "list", tuple: "tuple", set: "set", frozenset: "set"}
MAX_BITS = 14_000  # about 4,200 decimal digits: Python itself refuses to print more


class _TooLarge(Exception):
    """The value has more parts than are worth comparing or showing."""


def encode(value):
    """The wire's form of `value`, ready for ``json.dumps``."""
    try:
        return _Encoder().node(value, 0)
    except Exception:  # too large, too deep, or a container of the visitor's own that raises
        return _object(value)


def clean(text):
    """Text without lone surrogates, which JSON readers refuse."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def short_repr(value, limit=MAX_REPR):
    """``repr(value)``, cut to `limit` characters; never raises an ordinary exception."""
    if _is_deep(value):
        return f"<{type(value).__name__} nested more than {MAX_DEPTH} deep>"
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
    text = clean(text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _is_deep(value):
    """Whether containers nest so deep that ``repr`` could take more stack than the browser has."""
    level = [value]
    for _ in range(MAX_DEPTH):
        inner = []
        for part in level:
            if isinstance(part, (list, tuple, set, frozenset)):
                inner.extend(islice(part, MAX_NODES))
            elif isinstance(part, dict):
                inner.extend(islice(part.values(), MAX_NODES))
            if len(inner) > MAX_NODES:
                return False
        level = inner
    return bool(level)


class _Encoder:
    def __init__(self):
        self.nodes = 0
        self.open = set()

    def node(self, value, depth):
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _TooLarge
        if value is None:
            return {"t": "none"}
        if _is(value, bool):
            return {"t": "bool", "v": value}
        if _is(value, int):
            bits = int.bit_length(value)
            if bits > MAX_BITS:
                return _object(value, f"an integer of {bits:,} bits")
            return {"t": "int", "v": int.__repr__(value)}
        if _is(value, float):
            return {"t": "float", "v": number(float.__float__(value))}
        if _is(value, str):
            return _text(str.__str__(value))
        return self._compound(value, depth)

    def _compound(self, value, depth):
        if id(value) in self.open:
            return _object(value, "a value that contains itself")
        if depth >= MAX_DEPTH:
            return _object(value)
        self.open.add(id(value))
        try:
            return self._container(value, depth + 1) or _numpy(value) or _object(value)
        finally:
            self.open.discard(id(value))

    def _container(self, value, depth):
        for base, kind in LISTED.items():
            if _is(value, base):
                return {"t": kind, "v": [self.node(item, depth) for item in base.__iter__(value)]}
        if _is(value, dict):
            pairs = [[self.node(k, depth), self.node(v, depth)] for k, v in dict.items(value)]
            return {"t": "dict", "v": pairs}
        return None


def _is(value, kind):
    """``isinstance`` without asking the value."""
    return issubclass(type(value), kind)


def number(value):
    """A float as JSON can hold it: a number, or ``"nan"``, ``"inf"``, ``"-inf"``."""
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return value


def _text(value):
    if len(value) > MAX_TEXT:
        return _object(value, f"a text of {len(value):,} characters")
    return {"t": "str", "v": clean(value)}


def _numpy(value):
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return None
    if _is(value, numpy.ndarray):
        return _array(value, numpy.ndarray)
    if _is(value, numpy.generic):
        own = next(kind for kind in type(value).__mro__ if kind.__module__ == "numpy")
        found = own.item(value)
        return _Encoder().node(found, 0) if type(found) in (bool, int, float) else None
    return None


def _array(value, kind):
    name, shape = str(kind.dtype.__get__(value)), tuple(kind.shape.__get__(value))
    if math.prod(shape) > MAX_NODES:
        return _object(value, f"an array of shape {shape}")
    if name[:1] not in "biuf":
        return None
    data = [number(float(item)) for item in kind.tolist(kind.ravel(value))]
    return {"t": "array", "v": {"dtype": name, "shape": list(shape), "data": data}}


def _object(value, words=None):
    text = words if words is not None else short_repr(value)
    return {"t": "object", "v": {"type_name": type(value).__name__, "repr": text}}
