"""Random programs: element-wise functions, in-place forms, methods of ufuncs, products."""

import re

from programs_make import KINDS, common, scalar

_ARITHMETIC = "add subtract multiply add subtract multiply divide floor_divide remainder fmod power"
_EXTREMES = "maximum minimum fmax fmin"
_COMPARISONS = "less less_equal equal not_equal greater greater_equal"
_LOGICAL = "logical_and logical_or logical_xor"
_BITS = "bitwise_and bitwise_or bitwise_xor left_shift right_shift gcd lcm"
_REAL = "hypot arctan2 copysign logaddexp heaviside float_power"
_UNARY = (
    "abs sign square negative positive floor ceil trunc rint reciprocal exp exp2 expm1 log log2 "
    "log10 log1p sqrt cbrt sin cos tan sinh cosh tanh arcsin arccos arctan arcsinh arccosh arctanh "
    "isnan isinf isfinite signbit logical_not invert conj real imag deg2rad fabs nan_to_num"
).split()
_TRUTHS = set("isnan isinf isfinite signbit logical_not".split())
_OPERATORS = "+ - * / // % ** < <= == != > >= & | ^ << >>"


def broadcast(first, second):
    """The shape that two shapes stretch to, or None."""
    if first is None or second is None:
        return None
    if len(first) < len(second):
        first, second = second, first
    lead = len(first) - len(second)
    tail = []
    for a, b in zip(first[lead:], second):
        if a != b and 1 not in (a, b):
            return None
        tail.append(b if a == 1 else a)
    return first[:lead] + tuple(tail)


def partner(w, x):
    """A variable that broadcasts with ``x``; now and then one that may not."""
    if w.chance(0.04):
        return w.some()
    return w.some(lambda y: broadcast(x.shape, y.shape) is not None) or x


def second(w, x):
    """The other operand: a variable or a number, with its shape and kind."""
    if x.shape is None or w.chance(0.3):
        return scalar(w, x.kind), (), x.kind if x.kind in "fsc" else "?"
    y = partner(w, x)
    if y.shape is not None and w.chance(0.1) and y.ndim == 2 and y.shape[0] == y.shape[1]:
        return f"{y}.T", y.shape, y.kind
    return y, y.shape, y.kind


def element_wise(w):
    """A function or operator of one or two arrays, at times with ``out`` or ``where``."""
    x = w.some()
    form = w.below(20)
    if form < 6:
        return _unary(w, x)
    y, shape, kind = second(w, x)
    result = broadcast(x.shape, shape)
    if form < 8:
        operator = w.pick(_OPERATORS)
        made = "b" if operator[0] in "<>=!" and operator not in ("<<", ">>") else "?"
        pair = f"{y} {operator} {x}" if w.chance(0.3) else f"{x} {operator} {y}"
        return w.new(f"tame({pair})", result, made)
    if form < 10:
        return _choose(w, x, y, result, kind)
    if form < 12:
        name = w.pick(f"{_EXTREMES} {_LOGICAL}")
        made = "b" if name.startswith("log") else common(x.kind, kind)
        return w.new(f"tame(np.{name}({x}, {y}))", result, made)
    if form < 14:
        return w.new(f"np.{w.pick(_COMPARISONS)}({x}, {y})", result, "b")
    name = w.pick(_ARITHMETIC if w.chance(0.8) else f"{_BITS} {_REAL}")
    made = common(x.kind, kind) if name in "add subtract multiply" else "?"
    if w.chance(0.1):
        dtype = w.pick("np.float64 np.float32 np.int64 float int")
        return w.new(f"tame(np.{name}({x}, {y}, dtype={dtype}))", result, "?")
    return w.new(f"tame(np.{name}({x}, {y}))", result, made)


def _unary(w, x):
    if w.chance(0.25):
        target = w.pick("fsijbc")
        if target in "ij":
            text = f"np.nan_to_num(np.real({x}), posinf=9, neginf=-9).astype({KINDS[target]})"
        else:
            text = f"{x}.astype({KINDS[target]})"
        return w.new(text, x.shape, target)
    if w.chance(0.15):
        text = w.pick(("np.clip({x}, -1, 2)", "np.round({x}, 1)", "np.clip({x}, 1, None)"))
        return w.new(f"tame({text.format(x=x)})", x.shape, "?")
    name = w.pick(_UNARY)
    if name == "reciprocal":
        # Of the whole number zero it is whatever the processor makes of infinity.
        return w.new(f"tame(1.0 / {x})", x.shape, "f")
    return w.new(f"tame(np.{name}({x}))", x.shape, "b" if name in _TRUTHS else "?")


def _choose(w, x, y, shape, kind):
    """Where, select and a ufunc with ``where``, all led by a mask."""
    mask = w.some(lambda m: m.kind == "b" and broadcast(m.shape, shape) is not None)
    mask = mask or f"({x} > 1)"
    full = broadcast(getattr(mask, "shape", x.shape), shape)
    way = w.below(3) if full is not None else w.below(2)
    if way == 0:
        return w.new(f"np.where({mask}, {x}, {y})", full, common(x.kind, kind))
    if way == 1:
        return w.new(f"np.select([{mask}, {x} < 0], [{x}, {y}], 1)", full, "?")
    out = f"np.zeros({full}, dtype={KINDS['f']})"
    name = w.pick("add multiply maximum divide square positive")
    pair = f"{x}" if name in ("square", "positive") else f"{x}, {y}"
    return w.new(f"tame(np.{name}({pair}, out={out}, where={mask}))", full, "f")


def in_place(w):
    """``x += y`` and its kin, ``out=``, copyto, fill, through whatever view ``x`` is."""
    x = w.some(lambda one: one.shape and 0 not in one.shape)
    if x is None:
        return None
    y = w.some(lambda one: one.shape is not None and broadcast(x.shape, one.shape) == x.shape)
    kind = "" if y is None else y.kind
    risky = x.kind in "uij?" and kind in "fsc?" or x.kind == "?"
    other = scalar(w, x.kind) if y is None or w.chance(0.25) else y
    way = w.below(8)
    if way < 4:
        operator = w.pick("+= -= *= += -= *= /= //= %= |= &= **=")
        return w.change(x, f"{x} {operator} {other}")
    if way == 4 and not risky:
        return w.change(x, f"np.copyto({x}, {other})")
    if way == 5:
        return w.change(x, f"{x}.fill({scalar(w, x.kind)})")
    name = w.pick("add subtract multiply maximum negative square")
    pair = f"{x}" if name in ("negative", "square") else f"{x}, {other}"
    mask = f", where={x} > 1" if w.chance(0.4) and x.kind != "c" else ""
    return w.change(x, f"np.{name}({pair}, out={x}{mask})")


def ufunc_methods(w):
    """reduce, accumulate, outer, at."""
    x = w.shaped(1, 3)
    if x is None:
        return None
    way = w.below(4)
    name = w.pick("add multiply maximum minimum logical_or")
    axis = w.below(x.ndim)
    if way == 0:
        kept = w.pick(("", ", keepdims=True"))
        left = tuple(1 if k == axis else n for k, n in enumerate(x.shape) if k != axis or kept)
        return w.new(f"tame(np.{name}.reduce({x}, axis={axis}{kept}))", left, "?")
    if way == 1:
        name = w.pick("add multiply maximum minimum")
        return w.new(f"tame(np.{name}.accumulate({x}, axis={axis}))", x.shape, "?")
    if way == 2:
        y = w.shaped(0, 1)
        if y is None or x.size * y.size > 100:
            return None
        name = w.pick("add subtract multiply maximum less")
        return w.new(f"tame(np.{name}.outer({x}, {y}))", x.shape + y.shape, "?")
    places = [w.between(-x.shape[0], x.shape[0] - 1) for _ in range(w.between(1, 4))]
    name = w.pick("add subtract multiply maximum")
    return w.change(x, f"np.{name}.at({x}, {places}, {scalar(w, x.kind)})")


def products(w):
    """dot, matmul, einsum, outer and the others that multiply and add."""
    x = w.shaped(1, 3)
    if x is None:
        return None
    y = w.some(lambda one: one.shape and 0 not in one.shape and _fits(x, one)) or x
    text, shape = _product(w, x, y)
    if x.kind not in "iujb" or y.kind not in "iujb":
        # Some BLAS leave out what is multiplied by zero, infinity and NaN included.
        text = re.sub(r"x\d+", r"finite(\g<0>)", text)
    return w.new(f"tame({text})", shape, "?")


def _fits(x, y):
    return x.shape[-1] == y.shape[max(y.ndim - 2, 0)]


def _product(w, x, y):
    if y is x and not _fits(x, x) and x.ndim == 2:
        way = w.below(4)
        texts = (f"{x} @ {x}.T", f"np.dot({x}.T, {x})", f"np.inner({x}, {x})")
        texts += (f"np.einsum('ij,kj->ik', {x}, {x})",)
        n = x.shape[1] if way == 1 else x.shape[0]
        return texts[way], (n, n)
    shape = x.shape[:-1] + y.shape[:-2] + y.shape[-1:] if y.ndim > 1 else x.shape[:-1]
    way = w.below(9)
    if way < 3:
        shape = shape if x.ndim < 3 and y.ndim < 3 else None
        return f"{x} @ {y}", shape
    if way < 5:
        return f"np.dot({x}, {y})", shape
    if way == 5:
        return f"np.tensordot({x}, {y}, axes=([-1], [{max(y.ndim - 2, 0)}]))", shape
    if way == 6 and x.ndim == 2:
        text = w.pick(("'ij->ji'", "'ij->i'", "'ij->'", "'...j->...'", "'ij,ij->j'", "'ij,ij'"))
        return f"np.einsum({text}, {x}{f', {x}' if ',ij' in text else ''})", None
    if way == 7 and x.size * y.size < 150:
        return f"np.outer({x}, {y})", (x.size, y.size)
    if x.size * y.size < 80:
        text = f"np.kron({x}, {y})" if w.chance(0.5) else f"np.vdot({x}, {y})"
        return text, None
    return f"np.inner({x}, {x})", x.shape[:-1] * 2
