"""Exceptions as the visitor should read them: their own lines, nothing of the harness."""

from .steps import StepLimit
from .values import clean

SOLUTION = "solution.py"
MAX_FRAMES = 12
MAX_MESSAGE = 2_000
# What the worker lets Python have. More than any exercise needs, and less than ends a phone's tab.
MEMORY_MB = 512
TOO_DEEP = "The calls go too deep: one leads to the next without an end, or the input is too large."
TOO_NESTED = (
    "This nests too deeply to be compiled. Where hundreds of branches choose a value, a dictionary "
    "does it in one line."
)


class MissingEntry(Exception):
    """The function or class that the cases call is not there, or is something else."""


def describe(error, budget=None):
    """The wire's ``CodeError`` for anything that came out of the visitor's code."""
    frames_of = error
    if isinstance(error, SystemError) and isinstance(error.__cause__, MemoryError):
        error = error.__cause__  # Python went on for a moment after it had run out of memory
    kind = _kind(error)
    origin = _first_limit(error) if kind == "step_limit" else error
    frames = own_frames(origin.__traceback__) or own_frames(frames_of.__traceback__)
    return {
        "kind": kind,
        "name": type(error).__name__,
        "message": _message(error, kind, budget),
        "line": frames[-1]["line"] if frames else None,
        "column": None,
        "frames": _shorten(frames),
    }


def describe_syntax(error):
    """The wire's ``CodeError`` for source that does not compile."""
    is_syntax = isinstance(error, SyntaxError)
    message = clean(error.msg if is_syntax and error.msg else str(error))
    return {
        "kind": "syntax",
        "name": type(error).__name__,
        "message": TOO_NESTED if isinstance(error, RecursionError) else message,
        "line": error.lineno if is_syntax and error.lineno else None,
        "column": error.offset if is_syntax and error.offset and error.offset > 0 else None,
        "frames": [],
    }


def describe_missing(error):
    """The wire's ``CodeError`` for a missing entry point."""
    return {
        "kind": "missing_entry",
        "name": "NameError",
        "message": str(error),
        "line": None,
        "column": None,
        "frames": [],
    }


def describe_authoring(error):
    """A broken exercise: said plainly, so that nobody searches their own code for it."""
    return {
        "kind": "exception",
        "name": "ExerciseError",
        "message": f"This exercise is broken, not your code. {error}",
        "line": None,
        "column": None,
        "frames": [],
    }


def own_frames(traceback):
    """The frames of ``solution.py``, outermost first."""
    frames = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == SOLUTION:
            frames.append({"line": traceback.tb_lineno or 1, "function": code.co_qualname})
        traceback = traceback.tb_next
    return frames


def _kind(error):
    if isinstance(error, StepLimit):
        return "step_limit"
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, RecursionError):
        return "recursion"
    return "exception"


def _message(error, kind, budget):
    if kind == "step_limit":
        return f"Stopped after {budget:,} steps. Usually a loop without an end."
    try:
        text = clean(str(error))
    except BaseException:  # a visitor's own exception may hold a loop without an end
        text = ""
    if isinstance(error, SystemExit):
        text = "The code asked to leave with exit(); a case can only end by returning."
    if kind == "recursion" and text.startswith("Stack overflow"):
        text = TOO_DEEP
    if kind == "memory":
        reason = f"{text.rstrip('.')}. " if text else ""
        text = f"{reason}Python has {MEMORY_MB} MB here."
    if isinstance(error, ModuleNotFoundError):
        text += ". This playground has Python's standard library and numpy."
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


def _first_limit(error):
    # A bare `except:` was ended by a second error; where the budget ran out is the first one's.
    while isinstance(error.__context__, StepLimit):
        error = error.__context__
    return error


def _shorten(frames):
    if len(frames) <= MAX_FRAMES:
        return frames
    half = MAX_FRAMES // 2
    return frames[:half] + frames[-half:]
