"""What NumPy calls cost in growth runs: the elements of the arrays that go in or come out.

The array is told by duck typing, so that this works with the playground's own ``numpy`` and with
NumPy itself, and costs nothing where neither is loaded.
"""

import math
import re
import sys
from types import FunctionType

VIEWS = frozenset(
    "reshape transpose swapaxes moveaxis squeeze expand_dims broadcast_to atleast_1d atleast_2d "
    "atleast_3d ravel view ndim shape size diagonal asarray item".split()
)
PRODUCTS = frozenset("dot matmul inner tensordot".split())
SORTS = frozenset("sort argsort unique lexsort median".split())
CUBES = frozenset("solve inv pinv det slogdet svd eigh eig eigvals eigvalsh qr cholesky lstsq".split())


def elements(value):
    """How many elements an array holds; 0 for anything that is none."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ndarray):
        return int(value.size)
    return 0


def copied(value):
    """Elements of an array that owns its memory: a selection by mask or indices, not a view."""
    count = elements(value)
    return count if count and value.base is None else 0


def knows(function):
    """Whether `function` comes from numpy, or is a method of an array."""
    if type(function) is FunctionType:
        return _is_numpys(function.__module__)
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return False
    owner = getattr(function, "__self__", None)
    if isinstance(owner, numpy.ndarray):
        return True
    return _is_numpys(getattr(function, "__module__", None) or type(function).__module__)


def _is_numpys(module):
    return isinstance(module, str) and (module == "numpy" or module.startswith("numpy."))


def cost(function, arguments, named, returned):
    """Steps of one call into numpy."""
    name = getattr(function, "__name__", "")
    if name in VIEWS:
        return 1
    owner = getattr(function, "__self__", None)
    operands = [owner, *arguments] if elements(owner) else list(arguments)
    operands += named.values()
    largest = max((_nested(operand) for operand in operands), default=0)
    made = _nested(returned)
    if name in PRODUCTS and operands:
        return product(operands[0], returned)
    if name == "einsum":
        return _einsum(arguments)
    if name in SORTS:
        return largest * max(1, math.ceil(math.log2(largest + 1)))
    if name in CUBES:
        return largest * max((operand.shape[-1] for operand in operands if elements(operand)), default=1)
    return max(largest, made)


def product(left, returned):
    """A matrix product: one step for each multiplication."""
    inner = left.shape[-1] if elements(left) else 1
    return max(elements(returned), 1) * inner


def _nested(value):
    if isinstance(value, (list, tuple)):
        return max(len(value), sum(elements(item) for item in value))
    return elements(value)


def _einsum(arguments):
    """The product of the lengths of all labels; an ellipsis counts by the operand's other axes."""
    subscripts, *operands = arguments
    if not isinstance(subscripts, str):
        return sum(_nested(operand) for operand in operands)
    lengths = {}
    terms = subscripts.partition("->")[0].split(",")
    for term, operand in zip(terms, operands, strict=False):
        labels = re.sub(r"\s", "", term)
        shape = getattr(operand, "shape", ())
        before, dots, after = labels.partition("...")
        axes = list(before) + [f".{i}" for i in range(len(shape) - len(before) - len(after))] + list(after)
        lengths.update(zip(axes if dots else labels, shape, strict=False))
    return math.prod(lengths.values())
