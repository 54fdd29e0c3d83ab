"""A learner's own case: Python expressions, read and evaluated like the visitor code they are."""

import ast
import inspect
import math

from warmstart import UNSTATED, Calls, Case

from .values import encode

FILENAME = "<your case>"


class Refused(Exception):
    """The text makes no case; says why, in words for the visitor."""


def own_case(session, own, exercise, reference):
    """The case of the wire's ``OwnCase``, or :class:`Refused`."""
    if any(case.name == own["name"] for case in exercise.cases):
        raise Refused("The exercise has a case of this name already.")
    arguments = _arguments(session, own["arguments"], reference)
    answer = _answer(session, arguments, exercise, reference)
    case = Case(own["name"], arguments, UNSTATED, False)
    case.expect = answer
    case.origin = "own"
    if (own.get("expected") or "").strip():
        tree = _parsed(own["expected"].strip(), "The expected value")
        case.stated = encode(_value(session, tree.body, "The expected value"))
    return case


def _answer(session, arguments, exercise, reference):
    """What the exercise says to the input, within the budget that visitors have."""
    for code in (reference.code, exercise.code):
        session.counter.watch(code)
    found = []

    def ask():
        found.append(exercise.accepts(arguments))
        found.append(reference.answer(arguments) if found[0] else None)

    error = session.watched(ask, session.job["step_budget"]).error
    if error is not None:
        reason = f"{error['name']}: {error['message']}"
        raise Refused(f"The exercise gives no answer to this input. {reason}")
    if not found[0]:
        raise Refused("This input is outside of what the exercise promises to the code.")
    return found[1]


def _arguments(session, text, reference):
    entry = session.job["entry"]
    if entry["kind"] == "function":
        return _bound(reference.entry, *_given(session, _call(text, entry["name"])))
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused(f"Write the construction first: {entry['name']}(…), then a call a line.")
    made = Calls(_bound(reference.entry, *_given(session, _call(lines[0], entry["name"]))))
    for line in lines[1:]:
        call = _parsed(line, "A call").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            raise Refused(f"`{line.strip()}` is no call of a method, such as `next(4)`.")
        method = getattr(reference.entry, call.func.id, None)
        if not inspect.isfunction(method):
            raise Refused(f"`{entry['name']}` has no method `{call.func.id}`.")
        made = made(call.func.id, *_bound(method.__get__(object()), *_given(session, call)))
    return made


def _call(text, name):
    """The call that the text is, or whose arguments it is."""
    text = text.strip()
    try:
        whole = ast.parse(text, FILENAME, "eval").body
    except SyntaxError:
        whole = None
    if isinstance(whole, ast.Call) and isinstance(whole.func, ast.Name) and whole.func.id == name:
        return whole
    call = _parsed(f"{name}({text}\n)", "The input").body
    if not isinstance(call, ast.Call):
        raise Refused("The input is not what stands between the brackets of one call.")
    return call


def _parsed(text, what):
    try:
        return ast.parse(text.strip(), FILENAME, "eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        message = getattr(error, "msg", None) or str(error)
        raise Refused(f"{what} is no Python expression: {message}.") from None


def _given(session, call):
    """The values of a call's positional and named arguments."""
    values = ast.Tuple([*call.args, *(word.value for word in call.keywords)], ast.Load())
    names = [word.arg for word in call.keywords]
    starred = any(isinstance(argument, ast.Starred) for argument in call.args)
    if starred or None in names:
        raise Refused("Write the arguments one by one, without stars.")
    found = _value(session, ast.copy_location(values, call), "The input")
    place = len(call.args)
    return found[:place], dict(zip(names, found[place:], strict=True))


def _value(session, tree, what):
    """The value of an expression, within the step budget and without the page's side of Python."""
    code = compile(ast.fix_missing_locations(ast.Expression(tree)), FILENAME, "eval")
    session.counter.watch(code)
    found = []

    def evaluate():
        found.append(eval(code, _names()))

    seen = session.watched(evaluate, session.job["step_budget"])
    if seen.error is not None:
        message = seen.error["message"]
        raise Refused(f"{what} cannot be evaluated. {seen.error['name']}: {message}")
    return found[0]


def _names():
    names = {"math": math, "inf": math.inf, "nan": math.nan}
    try:
        import numpy
    except ImportError:
        return names
    return {**names, "np": numpy, "numpy": numpy}


def _bound(function, positional, named):
    """Positional arguments as the reference takes them; defaults only where a later one is given."""
    try:
        bound = inspect.signature(function).bind(*positional, **named)
    except (TypeError, ValueError) as error:
        raise Refused(f"The input does not fit: {error}.") from None
    if bound.kwargs:
        bound.apply_defaults()
    if bound.kwargs:
        raise Refused("The cases pass arguments by position only.")
    return bound.args
