"""Arrays as text: aligned columns, wrapped lines, summaries of large arrays."""

from math import isfinite

from . import _dtype as dt
from ._array import elements, ndarray
from ._create import asarray
from ._digits import positional, scientific
from ._print_options import check, options as _options, prints_as

class _FloatColumn:
    """The format that all floats of an array share."""

    def __init__(self, values, kind, options, sign="-"):
        self.kind, self.options, self.sign = kind, options, sign
        finite = [value for value in values if isfinite(value)]
        sizes = [abs(value) for value in finite if value]
        limit = 10.0 ** (6 if kind is dt.float32 and not prints_as("2.2") else 8)
        self.fixed = options["floatmode"] == "fixed"
        self.precision = 40 if options["floatmode"] == "unique" else options["precision"]
        self.scientific = bool(sizes) and (
            max(sizes) >= limit
            or not options["suppress"]
            and (min(sizes) < 0.0001 or max(sizes) / min(sizes) > 1000.0)
        )
        self.left = self.right = self.exponent = 0
        if finite and self.scientific:
            parts = [scientific(v, kind, self.precision, not self.fixed) for v in finite]
            self.exponent = max(2, *(len(str(abs(part[2]))) for part in parts))
            self.precision = self.places = max(len(part[1]) for part in parts)
            self.left = max(self._width(v, part[0]) for v, part in zip(finite, parts))
            self.right = self.places + self.exponent + 2
        elif finite:
            parts = [positional(v, kind, self.precision, not self.fixed) for v in finite]
            self.left = max(self._width(v, part[0]) for v, part in zip(finite, parts))
            self.right = max(len(part[1]) for part in parts)
            if self.fixed or options["floatmode"] == "maxprec_equal":
                self.precision = self.right
        if sign == " " and not any(str(value).startswith("-") for value in finite):
            self.left += 1
        if len(finite) != len(values):
            self._widen_for_names(values)

    def _width(self, value, left):
        return len(left) + (self.sign == "+" and not left.startswith("-"))

    def _widen_for_names(self, values):
        negative = self.sign != "-" or any(value == -float("inf") for value in values)
        room = self.right + 1
        nan, inf = len(self.options["nanstr"]), len(self.options["infstr"])
        self.left = max(self.left, nan - room, inf + negative - room)

    def __call__(self, value):
        if not isfinite(value):
            return self._name(value).rjust(self.left + self.right + 1)
        if self.scientific:
            left, right, exponent = scientific(value, self.kind, self.precision, not self.fixed)
            sign = "-" if exponent < 0 else "+"
            right = right.ljust(self.places, "0")
            tail = f"{right}e{sign}{abs(exponent):0{self.exponent}d}"
        else:
            left, right = positional(value, self.kind, self.precision, not self.fixed)
            equal = self.options["floatmode"] == "maxprec_equal"
            tail = right.ljust(self.right, "0" if equal else " ")
        if self.sign == "+" and not left.startswith("-"):
            left = "+" + left
        return f"{left.rjust(self.left)}.{tail}"

    def _name(self, value):
        plus = "+" if self.sign == "+" else ""
        if value != value:
            return plus + self.options["nanstr"]
        return ("-" if value < 0 else plus) + self.options["infstr"]


class _ComplexColumn:
    """Real and imaginary columns side by side."""

    def __init__(self, values, options):
        reals = [value.real for value in values]
        self.real = _FloatColumn(reals, dt.float64, options, options["sign"])
        self.imag = _FloatColumn([value.imag for value in values], dt.float64, options, "+")

    def __call__(self, value):
        imag = self.imag(value.imag)
        digits = imag.rstrip()
        return self.real(value.real) + digits + "j" + imag[len(digits) :]


def _formatter(values, array, options):
    kind = array._dtype
    custom = options["formatter"] or {}
    groups = {"b": ("bool",), "f": ("float", "float_kind"), "c": ("complexfloat", "complex_kind")}
    for name in groups.get(kind.kind, ("int", "int_kind")) + ("all",):
        if custom.get(name) is not None:
            return lambda value: custom[name](kind.box(value))
    if kind.kind == "b":
        true = " True" if array._shape else "True"
        return lambda value: true if value else "False"
    if kind.kind == "f":
        return _FloatColumn(values, kind, options, options["sign"])
    if kind.kind == "c":
        return _ComplexColumn(values, options)
    low, high, sign = min(values), max(values), options["sign"]
    sign = "-" if sign == " " and low < 0 else sign
    width = max(len(str(low)), len(str(high)) + (high >= 0 and sign in "+ "))
    return lambda value: f"{value:{sign}{width}d}"


def _edges(array, edge):
    """The corners of a large array, which a summary shows."""
    for axis, length in enumerate(array._shape):
        if length > 2 * edge:
            places = [*range(edge), *range(length - edge, length)]
            array = array.take(places, axis)
    return array


def array2string(
    a,
    max_line_width=None,
    precision=None,
    suppress_small=None,
    separator=" ",
    prefix="",
    *,
    formatter=None,
    threshold=None,
    edgeitems=None,
    sign=None,
    floatmode=None,
    suffix="",
    legacy=None,
):
    """An array as text."""
    given = {
        "linewidth": max_line_width,
        "precision": precision,
        "suppress": suppress_small,
        "formatter": formatter,
        "threshold": threshold,
        "edgeitems": edgeitems,
        "sign": sign,
        "floatmode": floatmode,
        "legacy": legacy,
    }
    given = {name: value for name, value in given.items() if value is not None}
    check(given)
    options = {**_options, **given}
    if a.size == 0:
        return "[]"
    summary = a.size > options["threshold"]
    shown = _edges(a, options["edgeitems"]) if summary else a
    values = list(elements(shown))
    column = _formatter(values, a, options)
    words = list(map(column, values))
    layout = _Layout(separator, options["edgeitems"] if summary else None)
    width = options["linewidth"] - len(suffix)
    return layout.text(words, a._shape, " " * (len(prefix) + 1), width)


class _Layout:
    """Words put in brackets and lines, shape by shape."""

    def __init__(self, separator, edge):
        self.separator, self.edge = separator, edge

    def text(self, words, shape, indent, width):
        """The words of an array of ``shape``; ``indent`` is what later lines begin with."""
        if not shape:
            return words[0]
        cut = self.edge is not None and shape[0] > 2 * self.edge
        count = 2 * self.edge if cut else shape[0]
        if len(shape) == 1:
            return self._row(words, cut, indent, width)
        each = len(words) // count
        parts = [
            self.text(words[k * each : (k + 1) * each], shape[1:], indent + " ", width - 1)
            for k in range(count)
        ]
        if cut:
            parts.insert(self.edge, "...")
        between = self.separator.rstrip() + "\n" * (len(shape) - 1) + indent
        return "[" + between.join(parts) + "]"

    def _row(self, words, cut, indent, width):
        if cut:
            words = words[: self.edge] + ["..."] + words[self.edge :]
        room = width - max(len(self.separator.rstrip()), 1)
        lines, line = [], indent
        for place, word in enumerate(words):
            if len(line) + len(word) > room and len(line) > len(indent):
                lines.append(line.rstrip())
                line = indent
            line += word
            if place < len(words) - 1:
                line += self.separator
        lines.append(line)
        return "[" + "\n".join(lines)[len(indent) :] + "]"


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """An array as text that names what cannot be seen from the numbers."""
    width = _options["linewidth"] if max_line_width is None else max_line_width
    text = array2string(arr, width, precision, suppress_small, ", ", "array(", suffix=")")
    kind, extras = arr._dtype, []
    is_cut = arr.size > _options["threshold"] and not prints_as("2.1")
    if arr.size == 0 and arr._shape != (0,) or is_cut:
        extras.append(f"shape={arr._shape}")
    if kind not in (dt.float64, dt.int64, dt.bool_, dt.complex128) or arr.size == 0:
        extras.append(f"dtype={kind.name}")
    text = "array(" + text
    if not extras:
        return text + ")"
    text, extra = text + ",", ", ".join(extras) + ")"
    last = len(text) - (text.rfind("\n") + 1)
    space = " " if last + len(extra) + 1 <= width else "\n" + " " * 6
    return text + space + extra


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """An array as text without commas."""
    a = asarray(a)
    if not a._shape:
        return str(a[()])
    return array2string(a, max_line_width, precision, suppress_small)


def format_float_positional(
    x,
    precision=None,
    unique=True,
    fractional=True,
    trim="k",
    sign=False,
    pad_left=None,
    pad_right=None,
    min_digits=None,
):
    """A float as decimal digits, never with an exponent."""
    x = asarray(x)
    kind = x._dtype if x._dtype.kind == "f" else dt.float64
    value = float(x)
    left, right = positional(value, kind, 400 if precision is None else precision, unique)
    if sign and not left.startswith("-"):
        left = "+" + left
    right = right.ljust(min_digits or 0, "0") or ("0" if trim == "0" else "")
    point = "" if trim == "-" and not right else "."
    return left.rjust(pad_left or 0) + point + right.ljust(pad_right or 0)


def _repr(self):
    custom = _options["override_repr"]
    return array_repr(self) if custom is None else custom(self)


def _str(self):
    return array_str(self)


ndarray.__repr__, ndarray.__str__ = _repr, _str
