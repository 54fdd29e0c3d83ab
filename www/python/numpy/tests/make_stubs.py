"""Writes the type hints of the package, from its signatures, its docstrings and stub_types.py.

    python3 www/python/numpy/tests/make_stubs.py

test_stubs.py holds that they are what this writes.
"""

import importlib
import inspect
import sys
from textwrap import indent

import stub_types as types
from listing import PACKAGE, described, groups, parameters, resolved

# Each stub, and what the names in it begin with.
FILES = {
    "__init__.pyi": "",
    "linalg/__init__.pyi": "linalg.",
    "random/__init__.pyi": "random.",
    "lib/__init__.pyi": "lib.",
    "lib/stride_tricks.pyi": "lib.stride_tricks.",
    "testing.pyi": "testing.",
    "exceptions.pyi": "exceptions.",
}
BY_POSITION, BY_ANY, REST, BY_NAME, NAMED_REST = range(5)
TITLE = '"""Type hints of {}; written by tests/make_stubs.py, to which the tests hold them."""\n'
IMPORTS = """import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias
"""
ALIASES = """from . import exceptions, lib, linalg, random, testing

_ArrayLike: TypeAlias = (
    ndarray | generic | builtins.bool | int | float | complex | str | Sequence[Any]
)
_DType: TypeAlias = dtype
_DTypeLike: TypeAlias = dtype | type | str | None
_Shape: TypeAlias = int | Sequence[int]
_Axes: TypeAlias = int | Sequence[int] | None

__version__: str
"""
FROM_NUMPY = """from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape
"""
OPERATORS = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift lt le gt ge"


def header(np, name, shown, owner):
    """The line that defines a function, types included."""
    parts, rows = [], parameters(np, name) or []
    kinds = [kind for _, kind, _ in rows]
    for place, (parameter, kind, default) in enumerate(rows):
        if kind == BY_NAME and not {BY_NAME, REST} & set(kinds[:place]):
            parts.append("*")
        hint = types.of_parameter(name, parameter, default)
        stars = {REST: "*", NAMED_REST: "**"}.get(kind, "")
        text = f"{stars}{parameter}: {'Any' if stars else hint}"
        parts.append(text if default is None else f"{text} = {written(default)}")
        if kind == BY_POSITION and kinds[place + 1 : place + 2] != [BY_POSITION]:
            parts.append("/")
    parts = ["self", *parts] if owner else parts
    result = "None" if shown == "__init__" else types.of_result(name)
    return f"def {shown}({', '.join(parts)}) -> {result}:"


def written(default):
    """A default as a stub may hold it."""
    return "..." if default.startswith(("np.", "<")) else default


def text_of(np, name):
    """The docstring, in quotes."""
    return '"""' + "\n".join(described(np, name)) + '"""'


def function(np, name, owner=""):
    """A function or method with its docstring."""
    head = header(np, name, name.rpartition(".")[2], owner)
    made = f"{head}\n{indent(text_of(np, name), '    ')}"
    return indent(made, "    ") if owner else made


def attribute(np, name):
    """A property of a class."""
    kind = types.PROPERTIES.get(name, "ndarray")
    head = f"@property\ndef {name.rpartition('.')[2]}(self) -> {kind}:\n"
    return indent(head + indent(text_of(np, name), "    "), "    ")


def a_class(np, name, members):
    """A class: how it is made, then its listed members."""
    found, short = resolved(np, name), name.rpartition(".")[2]
    bases = [base.__name__ for base in found.__bases__ if base is not object]
    head = f"class {short}({', '.join(bases)}):" if bases else f"class {short}:"
    lines = [head, indent(text_of(np, name), "    ")]
    if name != "ufunc" and parameters(np, name):
        lines.append(f"    {header(np, name, '__init__', name)} ...")
    for member in members:
        static = inspect.getattr_static(found, member.rpartition(".")[2])
        is_method = inspect.isroutine(static)
        lines.append(function(np, member, name) if is_method else attribute(np, member))
    return "\n".join(lines + _operators(name))


def _operators(name):
    """What Python calls for operators and indices."""
    if name == "ufunc":
        return ["    def __call__(self, *args: Any, **kwargs: Any) -> Any: ..."]
    if name not in ("ndarray", "generic"):
        return []
    # Scalars that are Python floats have its power.
    names = OPERATORS if name == "ndarray" else OPERATORS.replace(" pow", "")
    lines = []
    for one in names.split():
        lines.append(f"    def __{one}__(self, other: Any, /) -> Any: ...")
        if one not in ("lt", "le", "gt", "ge"):
            lines.append(f"    def __r{one}__(self, other: Any, /) -> Any: ...")
    lines += [f"    def __{one}__(self) -> Any: ..." for one in ("neg", "pos", "abs", "invert")]
    if name == "ndarray":
        lines += [
            "    def __getitem__(self, key: Any, /) -> Any: ...",
            "    def __setitem__(self, key: Any, value: _ArrayLike, /) -> None: ...",
            "    def __iter__(self) -> Iterator[Any]: ...",
            "    def __len__(self) -> int: ...",
        ]
    return lines


def kinds_of_ufunc(np):
    """The classes of functions of one array and of two, for their signatures."""
    made = []
    for short, name in (("_Unary", "exp"), ("_Binary", "add")):
        made.append(f"class {short}(ufunc):\n    {header(np, name, '__call__', name)} ...")
    return made


def definition(np, name, everything):
    """What a stub says about a name."""
    found, short = resolved(np, name), name.rpartition(".")[2]
    if inspect.isclass(found):
        members = [one for one in everything if one.rpartition(".")[0] == name]
        return a_class(np, name, members)
    if isinstance(found, np.ufunc):
        return f"{short}: {'_Unary' if found.nin == 1 else '_Binary'}\n{text_of(np, name)}"
    if callable(found):
        return function(np, name)
    kind = types.CONSTANTS.get(short) or ("float" if isinstance(found, float) else "Any")
    return f"{short}: {kind}\n{text_of(np, name)}"


def alias(np, name, before):
    """``amax = max`` for a function or class that already has another name, else None."""
    found = resolved(np, name)
    if not callable(found) or inspect.ismethod(found):
        return None
    first = next((one for one in before if resolved(np, one) is found), None)
    return first and f"{name.rpartition('.')[2]} = {first.rpartition('.')[2]}"


def belongs(np, name, where):
    """Whether a name stands in the stub of ``where`` by itself, not inside a class."""
    place = name[: len(name) - len(name.rpartition(".")[2])]
    return place == where


def stub(np, where, everything):
    """The text of one stub."""
    mine = [one for one in everything if belongs(np, one, where)]
    module = "numpy" + ("." + where[:-1] if where else "")
    blocks = [TITLE.format(module), IMPORTS + ("" if where else "\n" + ALIASES)]
    if where:
        blocks[1] += "\n" + FROM_NUMPY
    for place, name in enumerate(mine):
        blocks.append(alias(np, name, mine[:place]) or definition(np, name, everything))
        if name == "ufunc":
            blocks += kinds_of_ufunc(np)
    if where == "lib.":
        blocks = [blocks[0], "from . import stride_tricks"]
    return "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def stubs(np):
    """The text of each stub, by its path inside the package."""
    everything = [name for names in groups().values() for name in names]
    return {path: stub(np, where, everything) for path, where in FILES.items()}


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.path[0] = str(PACKAGE.parent)
    for path, text in stubs(importlib.import_module("numpy")).items():
        PACKAGE.joinpath(path).write_text(text)
