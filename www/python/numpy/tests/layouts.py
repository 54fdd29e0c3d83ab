"""The arrays that ``calls.txt`` speaks of, as views in every layout, and the lines of that file."""

import random
import re
from itertools import chain
from pathlib import Path

GROUPS = {
    "one": ("np.{}(a)",),
    "two": ("np.{}(a, c)",),
    "folds": (
        "np.{}(a)",
        "np.{}(a, axis=0)",
        "np.{}(a, -1)",
        "np.{}(h, axis=1)",
        "np.{}(m, axis=0)",
    ),
    "running": ("np.{}(a)", "np.{}(a, axis=0)", "np.{}(h, axis=1)"),
}
SHAPES = {"a": "nn", "c": "nn", "v": "n", "w": "n", "m": "nn", "k": "n", "h": "2nn", "p": "nn"}

# How the base array is larger than the view, and the view of it, for any number of axes.
VIEWS = {
    "strided": (
        lambda shape: [2 * n + 1 for n in shape],
        lambda b: b[(slice(1, None, 2),) * b.ndim],
    ),
    "transposed": (lambda shape: [*shape[::-1], 2], lambda b: b[..., 1].T),
    "reversed": (lambda shape: shape, lambda b: b[(slice(None, None, -1),) * b.ndim]),
    "offset": (lambda shape: [n + 3 for n in shape], lambda b: b[(slice(1, -2),) * b.ndim]),
    "mixed": (
        lambda shape: [shape[-1], *(3 * n for n in shape[:-1])],
        lambda b: b.transpose(*range(1, b.ndim), 0)[(slice(None, None, -3),) * (b.ndim - 1)],
    ),
    "stretched": (lambda shape: shape[1:], None),
}


def lines(kernels=True):
    """The calls and the exempt names of ``calls.txt``: a list of texts, a dict of reasons.

    Without ``kernels``, those that need them are left out.
    """
    calls, exempt, group = [], {}, None
    for line in Path(__file__).with_name("calls.txt").read_text().splitlines():
        if re.fullmatch(r"\[\w+\]", line):
            group = line[1:-1]
        elif not line or line.startswith("#"):
            continue
        elif group == "exempt":
            names, reason = line.split(": ")
            exempt.update(dict.fromkeys(names.split(), reason))
        elif group in ("calls", "engine"):
            if kernels or group == "calls":
                calls.append(line)
        else:
            calls += [form.format(name) for name in line.split() for form in GROUPS[group]]
    return calls, exempt


def placed(np, values, kind, shape, layout):
    """The view of that layout which holds ``values``, and its base, whose other elements are 99."""
    enlarge, look = VIEWS[layout]
    if look is None:
        base = np.array(values[: len(values) // shape[0]], dtype=kind).reshape(enlarge(shape))
        return np.broadcast_to(base, shape), base
    enlarged = enlarge(list(shape))
    numbers = np.arange(int(np.prod(enlarged))).reshape(enlarged)
    flat = [99] * numbers.size
    for place, value in zip(look(numbers).ravel().tolist(), values):
        flat[place] = value
    base = np.array(flat).astype(kind).reshape(enlarged)
    view = look(base)
    assert view.shape == tuple(shape), (layout, view.shape, shape)
    return view, base


def scopes(np, kind, n, layout, seed=11):
    """The names as views and as copies, and for each view its base."""
    rng = random.Random(f"{kind} {n} {layout} {seed}")
    views, copies, bases = {"np": np}, {"np": np}, {}
    for name, letters in SHAPES.items():
        shape = [n if letter == "n" else int(letter) for letter in letters]
        own = {"m": "bool", "k": "int64", "p": "float64"}.get(name, kind)
        values = _values(rng, name, n, int(np.prod(shape)))
        views[name], bases[name] = placed(np, values, own, shape, layout)
        copies[name] = np.array(views[name].tolist(), dtype=own).reshape(shape)
    return views, copies, bases


def _values(rng, name, n, count):
    if name == "k":
        return [rng.randrange(min(n, 3)) for _ in range(count)]
    if name == "p":
        rows = [[rng.randint(-3, 3) for _ in range(n)] for _ in range(n)]
        product = [[sum(map(int.__mul__, one, other)) for one in rows] for other in rows]
        for place in range(n):
            product[place][place] += n
        return list(chain.from_iterable(product))
    return [rng.randint(0, 9) for _ in range(count)]
