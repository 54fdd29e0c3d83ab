"""Records NumPy's own names and signatures, in native_names.json.

Run with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/make_native_names.py
"""

import json
from pathlib import Path

import numpy as np

from listing import groups, parameters

PLACES = (
    "",
    "linalg.",
    "random.",
    "random.Generator.",
    "random.RandomState.",
    "random.SeedSequence.",
    "ndarray.",
    "ufunc.",
    "dtype.",
    "testing.",
    "lib.",
    "exceptions.",
)


def place(where):
    """The module or class of a place such as ``random.Generator.``."""
    found = np
    for part in where.split(".")[:-1]:
        found = getattr(found, part)
    return found


def main():
    """Write names by place, and the parameters of those that this package has too."""
    public = {
        where: " ".join(name for name in dir(place(where)) if not name.startswith("_"))
        for where in PLACES
    }
    shared = {}
    for name in (name for names in groups().values() for name in names):
        try:
            shared[name] = parameters(np, name)
        except AttributeError:
            continue
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(one)}" for name, one in shared.items())
    text = f'{{"numpy": "{np.__version__}",\n"public": {json.dumps(public, indent=1)},\n'
    text += f'"parameters": {{\n{rows}\n}}}}\n'
    Path(__file__).with_name("native_names.json").write_text(text)
    print(f"{len(shared)} signatures")


if __name__ == "__main__":
    main()
