"""Random programs: folding along axes, running sums, sorting, sets, counting."""

from programs_make import scalar

_FOLDS = "sum prod mean max min std var any all ptp argmax argmin count_nonzero median nansum nanmax"
_KINDS = {"max": "", "min": "", "any": "b", "all": "b", "argmax": "i", "argmin": "i"}


def reduce(w):
    """A reduction over all elements, an axis or several, with the options it has."""
    x = w.some()
    name = w.pick(_FOLDS)
    kind = _KINDS.get(name, "?") or x.kind
    if x.shape is None or not x.shape or 0 in x.shape or w.chance(0.2):
        return w.new(f"tame(np.{name}({x}))", (), kind)
    if w.chance(0.2):
        return _running(w, x)
    axis = w.between(-x.ndim, x.ndim - 1)
    folded = {axis % x.ndim}
    if x.ndim > 1 and name not in ("argmax", "argmin") and w.chance(0.25):
        folded.add(w.below(x.ndim))
    shown = tuple(sorted(folded)) if len(folded) > 1 else axis
    if w.chance(0.03):
        shown = x.ndim
    kept = name != "nanmax" and w.chance(0.3)
    shape = tuple(1 if k in folded else n for k, n in enumerate(x.shape) if kept or k not in folded)
    options = ", keepdims=True" if kept else ""
    if name in ("std", "var") and w.chance(0.5):
        options += ", ddof=1"
    if name in ("sum", "prod", "max", "any") and w.chance(0.15) and x.kind != "c":
        options += f", where={x} > 0" + (", initial=1" if name == "max" else "")
    if name in ("sum", "prod") and w.chance(0.1):
        options += ", initial=2"
    if name in ("sum", "prod", "mean") and w.chance(0.1):
        options += f", dtype={w.pick('np.float32 np.int64 float')}" if x.kind in "iujb" else ""
    method = w.chance(0.3) and name not in ("count_nonzero", "median", "nansum", "nanmax", "ptp")
    call = f"{x}.{name}(" if method else f"np.{name}({x}, "
    return w.new(f"tame({call}axis={shown}{options}))", shape, kind)


def _running(w, x):
    axis = w.below(x.ndim)
    length = x.shape[axis]
    shorter = x.shape[:axis] + (max(length - 1, 0),) + x.shape[axis + 1 :]
    q = w.pick("50 25 75 0 100 [25, 75]")
    options = (
        (f"np.cumsum({x}, axis={axis})", x.shape),
        (f"np.cumprod({x}, axis={axis})", x.shape),
        (f"np.cumsum({x})", (x.size,)),
        (f"np.diff({x}, axis={axis})", shorter),
        (f"np.diff({x}, n=2, axis={axis})", None),
        (f"np.percentile({x}, {q}, axis={axis})", None),
        (f"np.quantile({x}, 0.25)", ()),
        (f"np.average({x}, axis={axis}, weights=np.arange(1, {length + 1}))", None),
        (f"np.trapezoid({x}, axis={axis})", None),
        (f"np.gradient({x}, axis={axis})", x.shape),
        (f"np.trace({x})", None),
        (f"np.linalg.norm({x}, axis={axis})", None),
    )
    text, shape = w.pick(options)
    return w.new(f"tame({text})", shape, "?")


def order(w):
    """Sorting, sets, searching, counting."""
    x = w.some()
    write = w.pick((_sorting, _sorting, _sets, _finding, _python))
    return write(w, x)


def _sorting(w, x):
    if x.shape is None or not x.shape or 0 in x.shape:
        return w.new(f"np.sort({x}, axis=None)", None, x.kind)
    axis = w.between(-x.ndim, x.ndim - 1)
    k = w.below(x.shape[axis])
    options = (
        (f"np.sort({x}, axis={axis})", x.shape, x.kind),
        (f"np.sort({x})", x.shape, x.kind),
        (f"np.sort({x}, axis=None)", (x.size,), x.kind),
        (f"np.argsort({x}, axis={axis}, kind='stable')", x.shape, "i"),
        (f"np.take(np.partition({x}, {k}, axis={axis}), {k}, axis={axis})", None, x.kind),
        (f"np.lexsort(({x}.ravel(), {x}.ravel() > 1))", (x.size,), "i"),
    )
    if w.chance(0.15):
        return w.change(x, f"{x}.sort({axis})")
    return w.new(*w.pick(options))


def _sets(w, x):
    y = w.some()
    options = (
        (f"np.unique({x})", None, x.kind),
        (f"see(np.unique({x}, return_counts=True))[1]", None, "i"),
        (f"see(np.unique({x}, return_index=True, return_inverse=True))[1]", None, "i"),
        (f"np.unique({x}, axis=0)", None, x.kind),
        (f"np.union1d({x}, {y})", None, "?"),
        (f"np.intersect1d({x}, {y})", None, "?"),
        (f"np.setdiff1d({x}, {y})", None, x.kind),
        (f"np.isin({x}, {y})", x.shape, "b"),
        (f"np.isin({x}, [1, 2, 0.5], invert=True)", x.shape, "b"),
    )
    return w.new(*w.pick(options))


def _finding(w, x):
    options = (
        (f"see(np.nonzero({x}))[0]", None, "i"),
        (f"np.argwhere({x} > 0)", None, "i"),
        (f"np.flatnonzero({x})", None, "i"),
        (f"np.searchsorted(np.sort({x}, axis=None), [0, 1.5, 3])", (3,), "i"),
        (f"np.searchsorted(np.sort({x}, axis=None), {x}, side='right')", x.shape, "i"),
        (f"np.digitize({x}, [-1, 0, 2.5])", x.shape, "i"),
        (f"np.bincount(np.ravel({x} > 0))", None, "i"),
        (f"np.bincount(np.ravel({x}))", None, "i"),
        (f"see(np.histogram({x}, bins=3, range=(-4, 4)))[0]", (3,), "i"),
        (f"see(np.histogram({x}, bins=[-9, 0, 1, 9]))[0]", (3,), "i"),
        (f"np.extract({x} > 0, {x})", None, x.kind),
        (f"np.interp({x}, [-2, 0, 4], [1, 3, -1])", x.shape, "f"),
    )
    text, shape, kind = w.pick(options)
    return w.new(f"tame({text})", shape, kind)


def _python(w, x):
    """What Python itself asks of an array."""
    options = (
        f"np.array({x}.tolist())",
        f"np.array([row for row in {x}])",
        f"np.array(sum({x}))",
        f"np.array(len({x}))",
        f"np.array({scalar(w, x.kind)} in {x})",
        f"np.array([float({x}), int({x}), bool({x})])",
        f"np.array([{x}.shape, {x}.T.shape])",
        f"np.array({x}.item(-1))",
        f"np.array(list({x}.flat)[::-1])",
        f"np.array([np.array_equal({x}, {x}), np.allclose({x}, {x})])",
    )
    return w.new(f"tame({w.pick(options)})", None, "?")
