"""What happens at overflow, division by zero and invalid operations."""

import functools
import warnings

DIVIDE, OVERFLOW, INVALID = 1, 2, 4

_MESSAGES = {
    DIVIDE: ("divide", "divide by zero encountered in {}"),
    OVERFLOW: ("over", "overflow encountered in {}"),
    INVALID: ("invalid", "invalid value encountered in {}"),
}

_modes = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_CHOICES = ("ignore", "warn", "raise", "call", "print", "log")


def report(flags, name):
    """Warn, raise or stay silent about ``flags`` raised by the function ``name``."""
    for flag, (kind, message) in _MESSAGES.items():
        if flags & flag:
            mode = _modes[kind]
            if mode == "raise":
                raise FloatingPointError(message.format(name))
            if mode == "print":
                print("Warning: " + message.format(name))
            elif mode != "ignore":
                warnings.warn(message.format(name), RuntimeWarning, stacklevel=_depth_of_caller())


class ComplexWarning(RuntimeWarning):
    """A cast drops imaginary parts."""

    __module__ = "numpy.exceptions"


def report_dropped_parts():
    """Warn that a cast from complex numbers keeps their real parts alone."""
    text = "Casting complex values to real discards the imaginary part"
    warnings.warn(text, ComplexWarning, stacklevel=_depth_of_caller())


def _depth_of_caller():
    """How many frames up the first line outside this package is."""
    import sys

    package = __name__.rpartition(".")[0]
    frame, depth = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(package):
        frame, depth = frame.f_back, depth + 1
    return depth


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Set how floating-point errors are handled; returns the settings before."""
    before = dict(_modes)
    wanted = {"divide": divide, "over": over, "under": under, "invalid": invalid}
    for kind, mode in wanted.items():
        mode = all if mode is None else mode
        if mode is not None:
            if mode not in _CHOICES:
                raise ValueError(
                    f"invalid error mode {mode!r}; choose one of {', '.join(_CHOICES)}"
                )
            _modes[kind] = mode
    return before


def geterr():
    """How floating-point errors are handled now."""
    return dict(_modes)


class errstate:
    """Context manager and decorator that changes error handling for a while."""

    def __init__(
        self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None
    ):
        if call is not None:
            raise TypeError("this playground's errstate cannot call; use 'warn' or 'raise'")
        self._settings = {
            "all": all,
            "divide": divide,
            "over": over,
            "under": under,
            "invalid": invalid,
        }
        self._before = []

    def __enter__(self):
        self._before.append(seterr(**self._settings))
        return self

    def __exit__(self, *_):
        _modes.update(self._before.pop())

    def __call__(self, function):
        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            with errstate(**self._settings):
                return function(*args, **kwargs)

        return wrapped
