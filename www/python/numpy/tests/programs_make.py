"""Random programs: arrays made from nothing, and the values in them."""

KINDS = {
    "f": "np.float64",
    "s": "np.float32",
    "i": "np.int64",
    "j": "np.int32",
    "u": "np.uint8",
    "b": "bool",
    "c": "complex",
}
_ORDER = "buijsfc"


def common(*kinds):
    """The kind that arrays of these kinds have together; ``?`` where it is not worth knowing."""
    found = set(kinds)
    if len(found) == 1:
        return kinds[0]
    if "?" in found or {"s"} < found and found & set("ij") and "c" not in found:
        return "?" if "?" in found else "f"
    return max(found, key=_ORDER.index)


def make(w):
    """A new array in one of several ways."""
    shape, kind = any_shape(w), w.pick("fffffiiiisjubbc")
    way = w.below(10)
    if way < 5 or kind in "bc":
        return w.new(literal(w, shape, kind), shape, kind)
    size = 1
    for length in shape:
        size *= length
    if way == 5:
        start = w.between(-5, 5) if kind != "u" else 250
        text = f"np.arange({start}, {start + size}).astype({KINDS[kind]}).reshape({shape})"
        return w.new(text, shape, kind)
    if way == 6:
        name = w.pick("zeros ones")
        return w.new(f"np.{name}({shape}, dtype={KINDS[kind]})", shape, kind)
    if way == 7:
        n = w.between(2, 4)
        text = w.pick(("np.eye({n}, k={k})", "np.tri({n}, k={k})", "np.identity({n}) * {k}"))
        return w.new(text.format(n=n, k=w.between(-1, 1)), (n, n), "f")
    if way == 8:
        text = f"np.full({shape}, {scalar(w, kind)}, dtype={KINDS[kind]})"
        return w.new(text, shape, kind)
    other = w.shaped()
    if other is None:
        return w.new("np.linspace(-2, 2, 9)", (9,), "f")
    name = w.pick("zeros_like ones_like full_like")
    filler = f", {scalar(w, other.kind)}" if name == "full_like" else ""
    return w.new(f"np.{name}({other}{filler})", other.shape, other.kind)


def any_shape(w):
    """A shape of up to 48 elements; empty ones are rare, and lengths often meet."""
    ndim = w.pick((0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3))
    lengths = (2, 3, 3, 3, 4, 4, 1) if ndim > 1 else (3, 4, 4, 5, 6, 12, 1)
    if w.chance(0.02):
        lengths += (0, 0, 0)
    return tuple(w.pick(lengths) for _ in range(ndim))


def literal(w, shape, kind):
    """``np.array([...])`` with values drawn one by one."""

    def nested(lengths):
        if not lengths:
            return value(w, kind)
        return f"[{', '.join(nested(lengths[1:]) for _ in range(lengths[0]))}]"

    if 0 in shape:
        return f"np.zeros({shape}, dtype={KINDS[kind]})"
    return f"np.array({nested(shape)}, dtype={KINDS[kind]})"


def value(w, kind):
    """One element as text."""
    if kind in "fs":
        if w.chance(0.02):
            return w.pick("np.nan np.inf -np.inf")
        return str(w.between(-40, 40) / 8)
    if kind == "b":
        return w.pick("True False")
    if kind == "u":
        return str(w.pick((0, 1, 2, 3, 7, 100, 128, 200, 255)))
    if kind == "c":
        return f"({w.between(-9, 9) / 2}{w.between(-9, 9) / 2:+}j)"
    if w.chance(0.01):
        return str(w.pick((2**31 - 1, -(2**31))))
    return str(w.between(-6, 9))


def scalar(w, kind):
    """A number that may stand beside an array: Python's own, or one of NumPy's."""
    if kind == "u":
        return w.pick("2 3 1 0 np.uint8(200) True -1 300" if w.chance(0.3) else "2 3 1")
    if kind in "ij":
        return w.pick("2 3 -1 0 True np.int32(3) np.int64(-2)")
    if kind == "b":
        return w.pick("True False 1 np.True_")
    return w.pick("2 -1 0.5 2.25 0 np.float64(1.5) np.float32(0.25) np.int64(3) True")
