"""What built-in operations cost: as many steps as they walk elements.

Growth runs call these in place of the operations (see :mod:`warmstart_harness.costs`). A step is
one element looked at, moved or made. Sorting costs n log2 n, a heap operation log2 n, a lookup in
a set or dictionary nothing beyond its line. Python functions cost nothing here: their lines count.
"""

import bisect
import collections
import copy
import functools
import heapq
import math
import statistics
from types import (
    BuiltinFunctionType,
    FunctionType,
    GeneratorType,
    MethodDescriptorType,
    MethodType,
)

from . import array_charges

VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
SIZED = (list, tuple, str, bytes, bytearray, set, frozenset, dict, range, collections.deque, *VIEWS)
SIZED_TYPES = frozenset(SIZED)
COPIED = (list, tuple, str, bytes, bytearray, set, frozenset, dict)
SEARCHED = (list, tuple, str, bytes, bytearray, collections.deque, VIEWS[1])
UNCHANGING = (str, bytes, tuple)
# What most operations are about: no container, no iterator. Asked first, because a growth run asks
# it at every operator and every call.
PLAIN = frozenset((int, float, bool, complex, type(None)))


def size(value):
    """How many elements a container holds; 0 for anything else."""
    if type(value) in PLAIN:
        return 0
    if isinstance(value, SIZED):
        return len(value)
    return array_charges.elements(value)


def logarithm(count):
    """Comparisons of one binary search or heap operation among `count`."""
    return max(1, math.ceil(math.log2(count + 1)))


class Charges:
    """The replacements; `charge` takes a number of steps."""

    def __init__(self, charge):
        self._charge = charge
        self._functions = _functions()
        self._methods = _methods()

    def call(self, function, /, *arguments, **named):
        """``function(*arguments, **named)``"""
        if type(function) is BuiltinFunctionType and type(function.__self__) in SIZED_TYPES:
            if (type(function.__self__), function.__name__) not in self._methods:
                return function(*arguments, **named)
        cost, operands = self._cost(function, arguments)
        if cost is _walk:
            return function(*self._walked(arguments), **named)
        if cost is _sorting:
            ordered = function(*arguments, **named)
            self._charge(_sorting(operands[0] if ordered is None else ordered))
            return ordered
        if cost is not None:
            self._charge(cost(*operands))
            return self.result(function(*arguments, **named), cost is _by_result)
        returned = function(*arguments, **named)
        if array_charges.knows(function):
            self._charge(array_charges.cost(function, arguments, named, returned))
        return returned

    def _cost(self, function, arguments):
        """The cost of a built-in and what it is computed from, or None twice."""
        kind = type(function)
        if kind is BuiltinFunctionType and not _is_module(function.__self__):
            owner = function.__self__
            if isinstance(owner, type):
                return self._method(owner, function.__name__), arguments
            return self._method(type(owner), function.__name__), (owner, *arguments)
        if kind is MethodType:
            operands = (function.__self__, *arguments)
            return self._functions.get(function.__func__), operands
        if kind is MethodDescriptorType and arguments:
            return self._method(function.__objclass__, function.__name__), arguments
        if kind in (BuiltinFunctionType, FunctionType, type):
            return self._functions.get(function), arguments
        return None, None

    def result(self, value, counts=True):
        """A value that an operation has built: charged by its size."""
        if counts and type(value) not in PLAIN:
            if isinstance(value, COPIED):
                self._charge(len(value))
            else:
                self._charge(array_charges.elements(value))
        return value

    def item(self, value):
        """``container[index]``: an element was there already; an array's selection is a copy."""
        if type(value) not in PLAIN:
            self._charge(array_charges.copied(value))
        return value

    def sliced(self, value):
        """``container[start:stop]``: of a sequence a copy, of an array a view."""
        if isinstance(value, SEARCHED):
            self._charge(len(value))
        else:
            self._charge(array_charges.copied(value))
        return value

    def operand(self, value, target=None):
        """The right side of an assignment that copies it, or of ``target += value``.

        What cannot change is copied whole. CPython spares itself the copy of a text that nobody
        else holds; no one should rely on it, and here it costs.
        """
        if type(value) in PLAIN and type(target) in PLAIN:
            return value
        if isinstance(target, UNCHANGING):
            self._charge(len(target))
        self._charge(max(size(value), array_charges.elements(target)))
        return value

    def matmul(self, left, right):
        """``left @ right``"""
        product = left @ right
        self._charge(array_charges.product(left, product))
        return product

    def contains(self, item, container):
        """``item in container``: sequences are walked up to the element."""
        found = item in container
        if isinstance(container, SEARCHED):
            walked = len(container)
            if found and isinstance(container, (list, tuple)):
                walked = container.index(item) + 1
            self._charge(walked)
        else:
            self._charge(array_charges.elements(container))
        return found

    def equal(self, left, right, is_equal):
        """``left == right``, or ``left != right``."""
        answer = left == right if is_equal else left != right
        if type(left) in PLAIN and type(answer) in PLAIN:
            return answer
        if isinstance(left, SIZED) and isinstance(right, SIZED):
            self._charge(min(len(left), len(right)))
        else:
            self._charge(array_charges.elements(answer))
        return answer

    def delete(self, container, index):
        """``del container[index]``: what follows in a list moves up."""
        if isinstance(container, (list, bytearray)):
            start = index.indices(len(container))[0] if isinstance(index, slice) else index
            self._charge(len(container) - (start if start >= 0 else len(container) + start))
        del container[index]

    def _method(self, owner, name):
        for base in owner.__mro__:
            cost = self._methods.get((base, name))
            if cost is not None:
                return cost
        return None

    def _walked(self, arguments):
        """Arguments of a function that walks its first one; an iterator is counted as it goes."""
        if not arguments:
            return arguments
        first = arguments[0]
        if type(first) in PLAIN:
            return arguments
        if isinstance(first, SIZED) or array_charges.elements(first):
            self._charge(size(first))
        elif not isinstance(first, GeneratorType) and hasattr(first, "__next__"):
            return (self._counted(first), *arguments[1:])
        return arguments

    def _counted(self, iterator):
        for item in iterator:
            self._charge(1)
            yield item


def _is_module(owner):
    return owner is None or type(owner).__name__ == "module"


def _walk(*_):
    """Marks functions that walk their first argument."""


def _by_result(*_):
    """Marks operations that cost as much as what they build holds."""
    return 0


def _whole(owner=(), *_):
    return size(owner)


def _sorting(owner, *_):
    return size(owner) * logarithm(size(owner))


def _heap(heap, *_):
    return logarithm(len(heap))


def _first_few(count, items, *_):
    return size(items) * logarithm(count)


def _most_common(owner, count=None, *_):
    return _sorting(owner) if count is None else _first_few(count, owner)


def _insertion(owner, *_):
    return len(owner) + logarithm(len(owner))


def _popped(owner, index=-1):
    return len(owner) - index if index >= 0 else -index


def _inserted(owner, index=0, *_):
    position = index if index >= 0 else max(0, len(owner) + index)
    return max(1, len(owner) - position)


def _extended(_owner, items=(), *_):
    return size(items)


def _searched(owner, item=None, *_):
    return owner.index(item) + 1 if isinstance(owner, list) and item in owner else size(owner)


def _deep(value, *_):
    seen, waiting = set(), [value]
    while waiting:
        part = waiting.pop()
        if id(part) in seen or not isinstance(part, (list, tuple, set, dict)):
            continue
        seen.add(id(part))
        waiting.extend(part.items() if isinstance(part, dict) else part)
    return size(value) + sum(1 for _ in seen)


def _functions():
    table = dict.fromkeys((sum, min, max, any, all, math.fsum, math.prod), _walk)
    table.update(dict.fromkeys((list, tuple, set, frozenset, dict), _by_result))
    table.update(dict.fromkeys((bytes, bytearray, collections.deque, collections.Counter), _whole))
    table.update(dict.fromkeys((heapq.heappush, heapq.heappop, heapq.heapreplace), _heap))
    table.update(dict.fromkeys((heapq.heappushpop,), _heap))
    table.update(dict.fromkeys((bisect.bisect_left, bisect.bisect_right), _heap))
    table.update(dict.fromkeys((bisect.insort_left, bisect.insort_right), _insertion))
    table.update(dict.fromkeys((heapq.nlargest, heapq.nsmallest), _first_few))
    table.update(dict.fromkeys((heapq.heapify, reversed, copy.copy), _whole))
    table.update(dict.fromkeys((statistics.mean, statistics.fmean), _whole))
    table.update({sorted: _sorting, copy.deepcopy: _deep, statistics.median: _sorting})
    counter = collections.Counter
    table.update({counter.update: _extended, counter.subtract: _extended})
    table[counter.most_common] = _most_common
    table[functools.reduce] = lambda _function, items=(), *_: size(items)
    return table


def _methods():
    table = {
        (list, "pop"): _popped,
        (list, "insert"): _inserted,
        (list, "remove"): _searched,
        (list, "index"): _searched,
        (list, "sort"): _sorting,
        (list, "extend"): _extended,
        (collections.deque, "extend"): _extended,
        (set, "update"): _extended,
        (dict, "update"): _extended,
        (dict, "fromkeys"): _whole,
        (collections.deque, "extendleft"): _extended,
        (str, "format"): _by_result,
        (str, "encode"): _by_result,
        (bytes, "decode"): _by_result,
        (str, "join"): _by_result,
        (type, "fromkeys"): _by_result,
    }
    whole = {
        list: "count copy reverse clear",
        tuple: "count index",
        dict: "copy",
        set: "copy union difference intersection symmetric_difference issubset issuperset",
        frozenset: "union difference intersection symmetric_difference issubset issuperset",
        collections.deque: "count index remove copy reverse rotate insert",
        str: "split rsplit replace find rfind index rindex count lower upper casefold title "
        "capitalize swapcase strip lstrip rstrip splitlines translate partition rpartition "
        "isalpha isalnum isdigit islower isupper isspace zfill ljust rjust center",
    }
    for owner, names in whole.items():
        for name in names.split():
            table[owner, name] = _whole
    return table
