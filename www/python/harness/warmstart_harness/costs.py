"""Rewrites source for growth runs, so that one line that walks its data counts as a walk.

`sorted(xs)` and `x in xs` are one line each, and a measurement of lines alone would call them
constant. The tree is rewritten so that calls, operators and slices pass through
:class:`warmstart_harness.charges.Charges`, which adds what they walk. Line numbers stay as they
are, and the code keeps its meaning. Used for growth runs only; cases run the source as written.
"""

import ast

from .charges import Charges

# Calls that are constant, or that need their caller's own frame: left as they are.
DIRECT = frozenset(
    "abs bool callable chr delattr dir divmod enumerate eval exec float format getattr globals "
    "hasattr hash id int isinstance issubclass iter len locals map filter zip next object ord "
    "print property range round setattr slice staticmethod classmethod super type vars "
    "__import__".split()
)


class Costs:
    """Ties the rewritten code to a function that takes the charges."""

    def __init__(self, charge):
        self._charges = Charges(charge)

    def names(self):
        """What the rewritten code's namespace must hold."""
        charges = self._charges
        return {
            "__cost_call__": charges.call,
            "__cost_result__": charges.result,
            "__cost_item__": charges.item,
            "__cost_copy__": charges.sliced,
            "__cost_operand__": charges.operand,
            "__cost_matmul__": charges.matmul,
            "__cost_contains__": charges.contains,
            "__cost_equal__": charges.equal,
            "__cost_delete__": charges.delete,
            "__cost_slice__": slice,
        }


def transform(source, filename):
    """The rewritten syntax tree of `source`. Raises ``SyntaxError`` as ``compile`` would."""
    # Compiling first reports errors that only the compiler sees, with their true columns.
    compile(source, filename, "exec", dont_inherit=True)
    tree = ast.parse(source, filename)
    return ast.fix_missing_locations(_Rewriter().visit(tree))


def _through(name, node, *arguments):
    call = ast.Call(ast.Name(name, ast.Load()), list(arguments), [])
    return ast.copy_location(call, node)


class _Rewriter(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in DIRECT:
            return node
        passed = ast.Call(
            ast.Name("__cost_call__", ast.Load()), [node.func, *node.args], node.keywords
        )
        return ast.copy_location(passed, node)

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Constant):
            copies = any(isinstance(part, ast.Slice) for part in _parts(node.slice))
            return _through("__cost_copy__" if copies else "__cost_item__", node, node)
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.MatMult):
            return _through("__cost_matmul__", node, node.left, node.right)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return node
        return _through("__cost_result__", node, node)

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) or isinstance(node.operand, ast.Constant):
            return node
        return _through("__cost_result__", node, node)

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) != 1 or isinstance(node.ops[0], (ast.Is, ast.IsNot)):
            return node
        left, right, kind = node.left, node.comparators[0], type(node.ops[0])
        if kind is ast.In:
            return _through("__cost_contains__", node, left, right)
        if kind is ast.NotIn:
            found = _through("__cost_contains__", node, left, right)
            return ast.copy_location(ast.UnaryOp(ast.Not(), found), node)
        if kind in (ast.Eq, ast.NotEq):
            is_equal = ast.Constant(kind is ast.Eq)
            return _through("__cost_equal__", node, left, right, is_equal)
        return _through("__cost_result__", node, node)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.target, ast.Name):
            target = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
            node.value = _through("__cost_operand__", node, node.value, target)
        elif not isinstance(node.value, ast.Constant):
            node.value = _through("__cost_operand__", node, node.value)
        return node

    def visit_Assign(self, node):
        self.generic_visit(node)
        if any(_walks(target) for target in node.targets):
            node.value = _through("__cost_operand__", node, node.value)
        return node

    def visit_AnnAssign(self, node):
        # The annotation is no computation; only the value is.
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Delete(self, node):
        self.generic_visit(node)
        statements = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                target.ctx = ast.Load()
                call = _through("__cost_delete__", node, target.value, _index(target.slice))
                statements.append(ast.copy_location(ast.Expr(call), node))
            else:
                statements.append(ast.copy_location(ast.Delete([target]), node))
        return statements

    def visit_JoinedStr(self, node):
        self.generic_visit(node)
        return _through("__cost_result__", node, node)

    def visit_FormattedValue(self, node):
        # The part behind the colon is text of its own kind and must stay what it is.
        node.value = self.visit(node.value)
        return node

    def visit_List(self, node):
        return self._display(node)

    def visit_Tuple(self, node):
        return self._display(node)

    def visit_Set(self, node):
        return self._display(node)

    def _display(self, node):
        self.generic_visit(node)
        loads = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        if loads and any(isinstance(item, ast.Starred) for item in node.elts):
            return _through("__cost_result__", node, node)
        return node


def _parts(index):
    return index.elts if isinstance(index, ast.Tuple) else [index]


def _walks(target):
    """Whether assigning to this target copies its elements: ``a[i:j] = …``, ``first, *rest = …``."""
    if isinstance(target, ast.Subscript):
        return isinstance(target.slice, (ast.Slice, ast.Tuple))
    if isinstance(target, (ast.Tuple, ast.List)):
        return any(isinstance(item, ast.Starred) for item in target.elts)
    return False


def _index(node):
    """A subscript's index as an expression that may stand in an argument list."""
    if isinstance(node, ast.Slice):
        parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
        return ast.copy_location(ast.Call(ast.Name("__cost_slice__", ast.Load()), parts, []), node)
    if isinstance(node, ast.Tuple):
        return ast.copy_location(ast.Tuple([_index(item) for item in node.elts], ast.Load()), node)
    return node
