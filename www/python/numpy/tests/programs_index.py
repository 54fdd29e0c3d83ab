"""Random programs: reading and assigning by every kind of key."""

from programs_make import scalar


def _int(w, length):
    """An index; one in twenty-five is out of bounds."""
    if w.chance(0.04):
        return str(w.pick((length, -length - 1)))
    return str(w.between(-length, length - 1))


def _slice(w, length):
    start = w.pick(("", "", "1", "-2", "0", str(length + 1)))
    stop = w.pick(("", "", "", "-1", "2", "9"))
    step = w.pick(("", "", "", "2", "-1", "-1", "-2"))
    return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"


def _slice_length(text, length):
    parts = [int(part) if part else None for part in text.split(":")]
    return len(range(*slice(*parts).indices(length)))


def basic(w, shape):
    """A key of integers, slices, ``...`` and None, and the shape that it leaves."""
    items, left = [], []
    used = w.between(1, len(shape)) if shape else 0
    dots = w.chance(0.25)
    axes = list(range(used)) if not dots else list(range(len(shape) - used, len(shape)))
    for axis in axes:
        if w.chance(0.1):
            items.append(w.pick(("None", "np.newaxis")))
            left.append(1)
        if w.chance(0.35):
            items.append(_int(w, shape[axis]))
        else:
            text = _slice(w, shape[axis])
            items.append(text)
            left.append(_slice_length(text, shape[axis]))
    if dots or not items:
        return ", ".join(["...", *items]), shape[: len(shape) - used] + tuple(left)
    return ", ".join(items), tuple(left) + shape[used:]


def _numbers(w, length, count):
    bad = w.chance(0.03)
    chosen = [w.between(-length, length - 1) for _ in range(count)]
    if bad:
        chosen[-1] = length
    return chosen


def fancy(w, x):
    """A key with index arrays or masks, and the shape it leaves, or None for any."""
    shape = x.shape
    way = w.below(9)
    if way < 2:
        return f"{x} > {w.pick('0 1 -1 2.5')}" if x.kind != "c" else f"{x} == {x}", None
    if way == 2:
        count = w.between(1, 4)
        return str(_numbers(w, shape[0], count)), (count, *shape[1:])
    if way == 3 and len(shape) > 1:
        count = w.between(1, 3)
        first, other = _numbers(w, shape[0], count), _numbers(w, shape[1], count)
        return f"{first}, {other}", (count, *shape[2:])
    if way == 4 and len(shape) > 1:
        count = w.between(1, 3)
        key, left = basic(w, shape[:1])
        if "..." in key:
            key, left = ":", shape[:1]
        return f"{key}, {_numbers(w, shape[1], count)}", None
    if way == 5 and len(shape) > 1:
        rows, columns = _numbers(w, shape[0], 2), _numbers(w, shape[1], 2)
        return f"np.ix_({rows}, {columns})", (2, 2, *shape[2:])
    if way == 6:
        mask = [w.chance(0.5) for _ in range(shape[0] + (1 if w.chance(0.05) else 0))]
        return f"{mask}", (sum(mask), *shape[1:])
    if way == 7:
        rows = [_numbers(w, shape[0], 2), _numbers(w, shape[0], 2)]
        return f"np.array({rows})", (2, 2, *shape[1:])
    if len(shape) == 3:
        middle = w.pick((":", "::-1", "None, :", "..."))
        return f"{_numbers(w, shape[0], 2)}, {middle}, {_numbers(w, shape[2], 2)}", None
    return f"..., {_numbers(w, shape[-1], 2)}", (*shape[:-1], 2)


def read(w):
    """``x[key]``, take and what else reads by index."""
    x = w.shaped(1)
    if x is None:
        x = w.some()
        return w.new(w.pick((f"{x}[()]", f"{x}[...]", f"{x}[None]", f"{x}[0]")), None, x.kind)
    way = w.below(12)
    if way < 6:
        key, shape = basic(w, x.shape)
        return w.new(f"{x}[{key}]", shape, x.kind)
    if way < 10:
        key, shape = fancy(w, x)
        return w.new(f"{x}[{key}]", shape, x.kind)
    axis = w.below(x.ndim)
    length = x.shape[axis]
    if way == 10:
        places = _numbers(w, length, 3)
        mode = w.pick(("", "", ", mode='clip'", ", mode='wrap'"))
        left = x.shape[:axis] + (3,) + x.shape[axis + 1 :]
        return w.new(f"np.take({x}, {places}, axis={axis}{mode})", left, x.kind)
    order = f"np.argsort({x}, axis={axis}, kind='stable')"
    return w.new(f"np.take_along_axis({x}, {order}, axis={axis})", x.shape, x.kind)


def assign(w):
    """``x[key] = value`` through views, with values that broadcast, and assignments to itself."""
    x = w.shaped(1)
    if x is None:
        return None
    key, shape = basic(w, x.shape) if w.chance(0.5) else fancy(w, x)
    number = scalar(w, x.kind) if x.kind not in "u?" else w.pick("2 3 200 True")
    way = w.below(8)
    if way < 3:
        return w.change(x, f"{x}[{key}] = {number}")
    if way == 3:
        return w.change(x, f"{x}[{key}] {w.pick('+= *= -=')} {number}")
    if way == 4 and x.ndim == 1:
        return w.change(x, w.pick((f"{x}[1:] = {x}[:-1]", f"{x}[::-1] = {x}", f"{x}[:-1] += {x}[1:]")))
    if way == 5:
        axis = w.below(x.ndim)
        places = f"np.argmax({x}, axis={axis}, keepdims=True)"
        return w.change(x, f"np.put_along_axis({x}, {places}, {number}, axis={axis})")
    if way == 6:
        return w.change(x, f"np.put({x}, {_numbers(w, x.size, 3)}, [{number}, 1])")
    y = w.some(lambda one: one.shape is not None and one.kind == x.kind and _can_fill(one, shape))
    if y is None or shape is None:
        return w.change(x, f"{x}[{key}] = {x}[{key}][::-1]")
    return w.change(x, f"{x}[{key}] = {y}")


def _can_fill(value, shape):
    if shape is None or len(value.shape) > len(shape):
        return False
    lead = len(shape) - len(value.shape)
    return all(have in (1, want) for have, want in zip(value.shape, shape[lead:]))
