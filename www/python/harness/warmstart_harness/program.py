"""A visitor's source (or the reference) as a module of its own, made anew for every job."""

import difflib
import inspect
import linecache
import sys
from types import ModuleType

from .errors import SOLUTION, MissingEntry

MODULE = "solution"


class Program:
    """Compiled source, not run yet.

    `prepare` turns the source into a syntax tree or text for ``compile``, and `names` are put into
    the namespace before it runs; growth measurements use both. Raises ``SyntaxError`` and
    whatever else ``compile`` raises.
    """

    def __init__(self, source, filename=SOLUTION, prepare=None, names=None):
        self._source = source
        self._filename = filename
        tree = prepare(source, filename) if prepare else source
        self.code = compile(tree, filename, "exec", dont_inherit=True)
        self._names = names or {}
        self.renew()

    def renew(self):
        """A new, empty module to run in: what an earlier run left behind is not in it."""
        self.module = ModuleType(MODULE)
        self.module.__file__ = self._filename
        self.module.__dict__.update(self._names)

    def execute(self):
        """Run the top level. Raises what it raises."""
        # Dataclasses, pickle and typing look a class's module up by name.
        sys.modules[MODULE] = self.module
        lines = self._source.splitlines(keepends=True)
        linecache.cache[self._filename] = (len(self._source), None, lines, self._filename)
        exec(self.code, self.module.__dict__)

    def entry(self, name, kind):
        """The function or class that the cases use, or :class:`MissingEntry`."""
        found = vars(self.module).get(name)
        if found is None:
            raise MissingEntry(self._missing(name, kind))
        if kind == "class" and not inspect.isclass(found):
            raise MissingEntry(f"`{name}` is there, but the cases need a class, and it is none.")
        if not callable(found):
            raise MissingEntry(
                f"`{name}` is there, but it cannot be called: it is of type {type(found).__name__}."
            )
        return found

    def _missing(self, name, kind):
        own = [
            other
            for other, value in vars(self.module).items()
            if callable(value) and getattr(value, "__module__", None) == MODULE
        ]
        text = f"The cases call the {kind} `{name}`, and the code does not define it."
        close = difflib.get_close_matches(name, own, n=1)
        if close:
            return f"{text} It defines `{close[0]}`: did you mean that?"
        if own:
            return f"{text} It defines {', '.join(f'`{other}`' for other in own[:6])}."
        return text
