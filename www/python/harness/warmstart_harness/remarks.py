"""Short remarks on how a source is written, from its syntax tree."""

import ast
import builtins

MAX_REMARKS = 12
MAX_LINES = 40

BUILTINS = frozenset(name for name in dir(builtins) if name.islower() and name[0] != "_")
MUTABLE_CALLS = frozenset("list dict set bytearray deque defaultdict Counter array zeros ones".split())
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def remarks(source, entry):
    """The wire's ``Remark``s, in the order of lines; none for a source that does not parse.

    `entry` is the name that the exercise prescribes, and no choice of the learner's.
    """
    try:
        tree = ast.parse(source)
        unused = list(_unused(tree))
        # What is never read had better go than be named well.
        plain = {entry, *(remark["name"] for remark in unused)}
        found = [*_names(tree, plain), *unused, *_bare(tree), *_defaults(tree), *_long(tree)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    unique = {(remark["kind"], remark["name"], _scope(remark)): remark for remark in reversed(found)}
    ordered = sorted(unique.values(), key=lambda remark: (remark["line"], remark["kind"]))
    return ordered[:MAX_REMARKS]


def _scope(remark):
    # A name is worth one remark, however often it is set; other kinds are told place by place.
    return None if remark["kind"] in ("one_letter_name", "shadowed_builtin") else remark["line"]


def _remark(kind, name, line):
    return {"kind": kind, "name": name, "line": line}


def _names(tree, known):
    """Names that say nothing, and names that hide a builtin."""
    plain = _indices(tree) | _symbols(tree) | known
    for name, line in _bindings(tree):
        if name in BUILTINS and name not in known:
            yield _remark("shadowed_builtin", name, line)
        elif len(name) == 1 and name != "_" and name not in plain:
            yield _remark("one_letter_name", name, line)


def _bindings(tree):
    """Every name that the source gives to something, with its line; attributes are not names."""
    methods = {
        id(item)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for item in node.body
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)) and id(node) not in methods:
            yield node.name, node.lineno
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                if alias.asname:
                    yield alias.asname, node.lineno
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name, node.lineno


def _indices(tree):
    """Names that run in a loop or a comprehension, or are a lambda's: short is fine there."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            found |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
        elif isinstance(node, ast.While):
            found |= {part.id for part in ast.walk(node.test) if isinstance(part, ast.Name)}
        elif isinstance(node, ast.Subscript):
            found |= {part.id for part in ast.walk(node.slice) if isinstance(part, ast.Name)}
    return found


def _symbols(tree):
    """Names that stand in arithmetic, as in a formula: ``y = w @ x + b``."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _computes(node.value):
            for target in node.targets:
                found |= {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
        if isinstance(node, (ast.BinOp, ast.UnaryOp)):
            operands = [node.operand] if isinstance(node, ast.UnaryOp) else [node.left, node.right]
            found |= {operand.id for operand in operands if isinstance(operand, ast.Name)}
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Assign) and _is_shape(node.value):
            for target in node.targets:
                found |= {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            # The factors of ``u, s, vt = np.linalg.svd(a)`` are called as in the textbook.
            parts = [target for target in node.targets if isinstance(target, (ast.Tuple, ast.List))]
            for target in parts:
                found |= {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
    return found


def _computes(value):
    return any(isinstance(part, (ast.BinOp, ast.UnaryOp)) for part in ast.walk(value))


def _is_shape(value):
    """``n, d = a.shape`` and ``n = len(a)``: sizes have letters."""
    if isinstance(value, ast.Tuple):
        return all(map(_is_shape, value.elts))
    if isinstance(value, ast.Subscript):
        return _is_shape(value.value)
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "len"
    return isinstance(value, ast.Attribute) and value.attr in ("shape", "size", "T")


def _unused(tree):
    """Plain variables of a function that are set and never read."""
    for function in ast.walk(tree):
        if not isinstance(function, FUNCTIONS):
            continue
        read = set()
        for part in ast.walk(function):
            if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Store):
                read.add(part.id)
            elif isinstance(part, (ast.Global, ast.Nonlocal)):
                read.update(part.names)
        if read & {"locals", "vars", "eval", "exec"}:
            continue
        for name, line in _plain_targets(function):
            if name not in read and not name.startswith("_"):
                yield _remark("unused_variable", name, line)


def _plain_targets(function):
    """Names that are set alone: in ``a, b = pair`` one of the two may well be left over."""
    for part in ast.walk(function):
        targets = []
        if isinstance(part, ast.Assign):
            targets = part.targets
        elif isinstance(part, (ast.AnnAssign, ast.AugAssign)):
            targets = [part.target] if getattr(part, "value", None) is not None else []
        for target in targets:
            if isinstance(target, ast.Name):
                yield target.id, target.lineno


def _bare(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            yield _remark("bare_except", "", node.lineno)


def _defaults(tree):
    for node in ast.walk(tree):
        if not isinstance(node, (*FUNCTIONS, ast.Lambda)):
            continue
        given = node.args
        positional = [*given.posonlyargs, *given.args]
        pairs = list(zip(reversed(positional), reversed(given.defaults), strict=False))
        pairs += [pair for pair in zip(given.kwonlyargs, given.kw_defaults, strict=True) if pair[1]]
        for argument, default in pairs:
            if _is_mutable(default):
                yield _remark("mutable_default", argument.arg, default.lineno)


def _is_mutable(default):
    if isinstance(default, ast.Call):
        called = default.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        return name in MUTABLE_CALLS
    return isinstance(default, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))


def _long(tree):
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno + 1 > MAX_LINES:
            yield _remark("long_function", node.name, node.lineno)
