"""What the package offers: each name of names.txt with its signature and one line about it.

Prints it as JSON, from which the build makes the page of names and what the editor completes:
    python3 www/python/numpy/tests/listing.py
"""

import importlib
import inspect
import json
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]

# What has no docstring of its own.
CONSTANTS = {
    "pi": "The circumference of a circle over its diameter, 3.14159...",
    "e": "The base of natural logarithms, 2.71828...",
    "euler_gamma": "Euler's constant, 0.57721...",
    "inf": "Infinity.",
    "nan": "Not a number.",
    "newaxis": "None; in an index it adds an axis of length one.",
    "True_": "The true scalar of type bool.",
    "False_": "The false scalar of type bool.",
}

# What all functions that work element by element take; the page says so once.
OF_EVERY_UFUNC = ", casting='same_kind', order='K', dtype=None, subok=True, signature=None)"


def groups():
    """Titles and the names below each, in the order of names.txt."""
    found = {}
    for line in PACKAGE.joinpath("names.txt").read_text().splitlines():
        if line.startswith("["):
            names = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            names += line.split()
    return found


def resolved(np, name):
    """The object of a dotted name."""
    found = np
    for part in name.split("."):
        found = getattr(found, part)
    return found


def is_method(np, name):
    """Whether a name is an attribute of a class."""
    owner = name.rpartition(".")[0]
    return bool(owner) and inspect.isclass(resolved(np, owner))


def parameters(np, name):
    """Name, kind and default (as text, None for none) of each parameter; None for what has none.

    The object itself is left out of a method's.
    """
    found = resolved(np, name)
    if not callable(found):
        return None
    try:
        listed = list(inspect.signature(found).parameters.values())
    except (TypeError, ValueError):
        return []
    if is_method(np, name):
        listed = listed[1:]
    return [[one.name, int(one.kind), default_text(one)] for one in listed]


def default_text(parameter):
    """A default as one writes it; types by their names."""
    value = parameter.default
    if value is parameter.empty:
        return None
    if isinstance(value, type):
        return value.__name__ if value.__module__ == "builtins" else f"np.{value.__name__}"
    text = repr(value)
    return "<no value>" if "<no value>" in text or "object at" in text else text


def signature(listed):
    """Parameters as they stand between brackets in Python."""
    by_position, by_any, rest, by_name, named_rest = range(5)
    texts, kinds = [], [kind for _, kind, _ in listed]
    for place, (name, kind, default) in enumerate(listed):
        if kind == by_name and by_name not in kinds[:place] and rest not in kinds:
            texts.append("*")
        stars = {rest: "*", named_rest: "**"}.get(kind, "")
        texts.append(stars + name + (f"={default}" if default is not None else ""))
        if kind == by_position and kinds[place + 1 : place + 2] != [by_position]:
            texts.append("/")
    return f"({', '.join(texts)})"


def described(np, name):
    """The lines of a name's docstring."""
    if name in CONSTANTS:
        return [CONSTANTS[name]]
    found = resolved(np, name)
    text = inspect.getdoc(found) or ""
    if isinstance(found, np.ufunc):
        # The first paragraph is the signature, as in NumPy.
        text = text.partition("\n\n")[2]
    return text.splitlines()


def listing(np):
    """Groups of [name, signature or None, one line]."""
    made = []
    for title, names in groups().items():
        entries = []
        for name in names:
            taken = parameters(np, name)
            text = None if taken is None else signature(taken).replace(OF_EVERY_UFUNC, ", …)")
            entries.append([name, text, (described(np, name) or [""])[0]])
        made.append({"title": title, "names": entries})
    return made


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    # The script's own folder holds other modules; the package lies two folders up.
    sys.path[0] = str(PACKAGE.parent)
    json.dump(listing(importlib.import_module("numpy")), sys.stdout, ensure_ascii=False)
