"""Puts Python's own modules, the harness and numpy back as they were before any visitor code ran.

A visitor may set ``math.pi``, replace ``print``, or patch a method of the harness so that the next
run does something else. Remembered is every loaded module: what its names stand for, the same of
its classes, and what its functions execute. Values that are changed in place are not looked into,
other than those lists of the interpreter that call or find code later.
"""

import gc
import os
import sys
from operator import attrgetter, is_
from types import FunctionType, ModuleType

PARTS = ("__code__", "__defaults__", "__kwdefaults__")
HEAP_TYPE, IMMUTABLE_TYPE = 1 << 9, 1 << 8
TOOLS = range(6)


class Kept:
    """Remembers when it is made, and what has changed since then when told so; ``restore`` puts back."""

    def __init__(self):
        self._modules, self._names, self._classes, self._functions = {}, [], {}, {}
        self._parts = [(attrgetter(part), []) for part in PARTS]
        self.remember()

    def remember(self):
        """Everything is to be kept as it is now.

        The first time is slow and lies in the snapshot of Python; the second, at each start, only
        looks for what is new.
        """
        new = [it for name, it in sys.modules.items() if self._modules.get(name) is not it]
        self._modules = dict(sys.modules)
        self._names += [(vars(it), {}) for it in new if isinstance(it, ModuleType)]
        values = list(_refresh(self._names))
        for value in filter(_is_open, values):
            self._classes.setdefault(id(value), (value, {}))
        values += _refresh([(vars(cls), before) for cls, before in self._classes.values()])
        for function in (it for value in values for it in _functions(value)):
            if id(function) not in self._functions:
                self._functions[id(function)] = function
                for get, before in self._parts:
                    before.append(get(function))
        self._lists = [(it, it[:]) for it in (sys.path, sys.meta_path, sys.path_hooks, gc.callbacks)]
        self._environment, self._folder = dict(os.environ), os.getcwd()

    def restore(self):
        """Undo what visitor code changed; modules that it imported from the library stay loaded."""
        _stop_watching()
        for names, before in self._names:
            if not _is_same(names, before):
                _restore(before, names, names.__setitem__, names.__delitem__)
        for cls, before in self._classes.values():
            if not _is_same(vars(cls), before):
                _restore_class(cls, before)
        functions = self._functions.values()
        for part, (get, before) in zip(PARTS, self._parts, strict=True):
            if not all(map(is_, map(get, functions), before)):
                for function, value in zip(functions, before, strict=True):
                    setattr(function, part, value)
        for found, before in self._lists:
            found[:] = before
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        os.chdir(self._folder)
        self._restore_modules()

    def _restore_modules(self):
        for name in set(sys.modules) - set(self._modules):
            if not _is_library(sys.modules[name]):
                del sys.modules[name]
        sys.modules.update(self._modules)


def _refresh(spaces):
    """Updates what is remembered of names; all values of those where something has changed."""
    for names, before in spaces:
        if not _is_same(names, before):
            before.clear()
            before.update(names)
            yield from before.values()


def _is_same(names, before):
    return len(names) == len(before) and all(map(is_, names.values(), before.values()))


def _restore(before, now, put, delete):
    for name in [name for name in now if name not in before]:
        delete(name)
    for name, value in before.items():
        if name not in now or now[name] is not value:
            put(name, value)


def _restore_class(cls, before):
    def put(name, value):
        type.__setattr__(cls, name, value)

    def delete(name):
        type.__delattr__(cls, name)

    _restore(before, vars(cls), put, delete)


def _is_open(value):
    """Whether a value is a class whose attributes can be set."""
    return isinstance(value, type) and value.__flags__ & (HEAP_TYPE | IMMUTABLE_TYPE) == HEAP_TYPE


def _functions(value):
    """The Python functions that a module's or class's entry runs."""
    if isinstance(value, property):
        inner = (value.fget, value.fset, value.fdel)
    else:
        inner = (getattr(value, "__func__", value),)
    return [it for it in inner if isinstance(it, FunctionType)]


def _is_library(module):
    origin = getattr(module, "__file__", None)
    return origin is None or origin.startswith("/lib/")


def _stop_watching():
    """No function of the visitor's is called while the next run's answers are computed."""
    sys.settrace(None)
    sys.setprofile(None)
    for tool in TOOLS:
        if sys.monitoring.get_tool(tool) is not None:
            sys.monitoring.clear_tool_id(tool)
            sys.monitoring.free_tool_id(tool)
    gc.enable()
