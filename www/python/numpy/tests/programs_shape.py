"""Random programs: arrays laid out anew, joined and taken apart."""

from programs_make import common, scalar


def rearrange(w):
    """One array in another shape or order; many of these are views that later steps write to."""
    x = w.shaped(1)
    if x is None:
        x = w.some()
        text = w.pick(("np.ravel({x})", "np.atleast_2d({x})", "np.expand_dims({x}, 0)", "np.copy({x})"))
        return w.new(text.format(x=x), None, x.kind)
    write = w.pick((_reshape, _reshape, _transpose, _transpose, _turn, _turn, _axes, _grow, _cut))
    return write(w, x)


def _reshape(w, x):
    if w.chance(0.05):
        return w.new(f"{x}.reshape({x.size + 1})", None, x.kind)
    divisors = [n for n in range(1, x.size + 1) if x.size % n == 0]
    first = w.pick(divisors)
    shape = w.pick(((x.size,), (first, x.size // first), (first, 1, x.size // first)))
    shown = list(shape)
    if w.chance(0.4):
        shown[w.below(len(shape))] = -1
    order = ", order='F'" if w.chance(0.15) else ""
    way = w.below(4)
    if way == 0:
        return w.new(w.pick((f"{x}.ravel()", f"{x}.flatten()", f"np.ravel({x})")), (x.size,), x.kind)
    return w.new(f"np.reshape({x}, {tuple(shown)}{order})", shape, x.kind)


def _transpose(w, x):
    if x.ndim == 1:
        return w.new(f"{x}[:, None]", (x.shape[0], 1), x.kind)
    first, other = w.below(x.ndim), w.below(x.ndim)
    swapped = list(x.shape)
    swapped[first], swapped[other] = swapped[other], swapped[first]
    moved = [n for k, n in enumerate(x.shape) if k != first]
    moved.insert(other, x.shape[first])
    options = (
        (f"{x}.T", x.shape[::-1]),
        (f"np.transpose({x})", x.shape[::-1]),
        (f"np.swapaxes({x}, {first}, {other - x.ndim})", tuple(swapped)),
        (f"np.moveaxis({x}, {first}, {other})", tuple(moved)),
    )
    text, shape = w.pick(options)
    return w.new(text, shape, x.kind)


def _turn(w, x):
    axis = w.between(-x.ndim, x.ndim - 1)
    amount = w.between(-3, 4)
    options = [
        (f"np.flip({x})", x.shape),
        (f"np.flip({x}, {axis})", x.shape),
        (f"np.roll({x}, {amount})", x.shape),
        (f"np.roll({x}, {amount}, axis={axis})", x.shape),
        (f"np.flip({x}, {x.ndim})", x.shape),
    ]
    if x.ndim == 2:
        turned = x.shape if amount % 2 == 0 else x.shape[::-1]
        options += [
            (f"np.rot90({x}, {amount})", turned),
            (f"np.tril({x}, {amount % 2})", x.shape),
            (f"np.triu({x})", x.shape),
            (f"np.fliplr({x})", x.shape),
        ]
        options += [(f"np.diagonal({x})", (min(x.shape),)), (f"np.diag({x}, 1)", None)]
    text, shape = w.pick(options[:4] + options[5:] if w.chance(0.95) else options)
    return w.new(text, shape, x.kind)


def _axes(w, x):
    axis = w.below(x.ndim + 1)
    grown = x.shape[:axis] + (1,) + x.shape[axis:]
    squeezed = tuple(n for n in x.shape if n != 1)
    wide = (w.between(1, 3), *x.shape)
    options = (
        (f"np.expand_dims({x}, {axis})", grown),
        (f"np.squeeze({x})", squeezed),
        (f"np.squeeze({x}, axis={min(axis, x.ndim - 1)})", None),
        (f"np.atleast_2d({x})", x.shape if x.ndim > 1 else (1, *x.shape)),
        (f"np.atleast_3d({x})", None),
        (f"np.broadcast_to({x}, {wide})", wide),
        (f"np.broadcast_to({x}, {wide}).copy()", wide),
        (f"np.copy({x})", x.shape),
    )
    text, shape = w.pick(options)
    return w.new(text, shape, x.kind)


def _grow(w, x):
    if x.size > 60:
        return w.new(f"{x}[::2]", None, x.kind)
    axis = w.below(x.ndim)
    times = w.between(1, 2)
    longer = x.shape[:axis] + (x.shape[axis] * times,) + x.shape[axis + 1 :]
    mode = w.pick(("", ", mode='edge'", ", mode='reflect'", ", mode='wrap'", ", constant_values=2"))
    padded = tuple(n + 2 for n in x.shape)
    options = (
        (f"np.repeat({x}, {times}, axis={axis})", longer),
        (f"np.repeat({x}, {times})", (x.size * times,)),
        (f"np.tile({x}, {times})", x.shape[:-1] + (x.shape[-1] * times,)),
        (f"np.tile({x}, ({times}, 1))", None),
        (f"np.pad({x}, 1{mode})", padded),
        (f"np.pad({x}, (0, {times}){mode})", tuple(n + times for n in x.shape)),
        (f"np.resize({x}, ({times + 1}, 3))", (times + 1, 3)),
    )
    text, shape = w.pick(options)
    return w.new(text, shape, x.kind)


def _cut(w, x):
    axis = w.below(x.ndim)
    length = x.shape[axis]
    where = w.between(-length, length - 1)
    shorter = x.shape[:axis] + (length - 1,) + x.shape[axis + 1 :]
    longer = x.shape[:axis] + (length + 1,) + x.shape[axis + 1 :]
    parts = w.between(1, 3)
    options = (
        (f"np.delete({x}, {where}, axis={axis})", shorter),
        (f"np.insert({x}, {where}, {scalar(w, x.kind)}, axis={axis})", longer),
        (f"see(np.array_split({x}, {parts}, axis={axis}))[0]", None),
        (f"see(np.split({x}, [{abs(where)}], axis={axis}))[1]", None),
        (f"see(np.split({x}, {parts}, axis={axis}))[-1]", None),
        (f"np.append({x}, {scalar(w, x.kind)})", (x.size + 1,)),
        (f"np.compress([True, False, True], {x}, axis={axis})", None),
        (f"np.lib.stride_tricks.sliding_window_view({x}, {parts}, axis={axis})", None),
    )
    text, shape = w.pick(options)
    return w.new(text, shape, x.kind)


def join(w):
    """Several arrays as one."""
    x = w.shaped(1)
    if x is None:
        return None
    axis = w.below(x.ndim)

    def fits(y):
        if y.shape is None or y.ndim != x.ndim:
            return False
        return all(a == b for k, (a, b) in enumerate(zip(x.shape, y.shape)) if k != axis)

    y = w.some(fits) if w.chance(0.95) else w.some()
    kind = common(x.kind, y.kind)
    if not fits(y):
        return w.new(f"np.concatenate([{x}, {y}], axis={axis})", None, kind)
    length = x.shape[axis] + y.shape[axis]
    if x.size + y.size > 120:
        return None
    longer = x.shape[:axis] + (length,) + x.shape[axis + 1 :]
    stacked = x.shape[:axis] + (2,) + x.shape[axis:] if x.shape == y.shape else None
    options = (
        (f"np.concatenate([{x}, {y}], axis={axis})", longer),
        (f"np.concatenate(({x}, {y}), axis={axis - x.ndim})", longer),
        (f"np.concatenate([{x}, {y}], axis=None)", (x.size + y.size,)),
        (f"np.stack([{x}, {y}], axis={axis})", stacked),
        (f"np.vstack([{x}, {y}])", None),
        (f"np.hstack([{x}, {y}])", None),
        (f"np.dstack([{x}, {y}])", None),
        (f"np.column_stack([{x}, {y}])", None),
        (f"np.append({x}, {y}, axis={axis})", longer),
        (f"see(np.broadcast_arrays({x}, {y}))[1]", None),
        (f"see(np.meshgrid({x}, {y}))[0]", None),
        (f"np.array([{x}, {y}])", (2, *x.shape) if x.shape == y.shape else None),
    )
    text, shape = w.pick(options)
    return w.new(text, shape, kind)
