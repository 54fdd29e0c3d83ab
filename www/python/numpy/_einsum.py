"""Einstein summation: products and sums named by letters.

A product of two operands becomes one matrix product: letters on both sides that
stay are stacked, letters that vanish are summed, the rest are rows and columns.
More operands are taken in pairs from the left.
"""

from ._algebra import product_of
from ._create import asarray
from ._layout import shape_text, size_of
from ._promotion import can_cast
from ._reduce import delivered
from ._shape import broadcast_to, diagonal, transpose

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def einsum(*operands, out=None, optimize=False, **kwargs):
    """The sum of products that the subscripts name, such as ``'ij,jk->ik'``."""
    unknown = kwargs.keys() - {"dtype", "order", "casting"}
    if unknown:
        raise TypeError(f"einsum() got an unexpected keyword argument {unknown.pop()!r}")
    if not operands:
        raise ValueError("must specify the einstein sum subscripts string and at least one operand")
    is_text = isinstance(operands[0], str)
    subscripts, *operands = operands if is_text else _as_text(operands)
    if kwargs.get("order", "K") not in tuple("CFAKcfak"):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got {kwargs['order']!r})")
    can_cast(float, float, kwargs.get("casting", "safe"))
    dtype = kwargs.get("dtype")
    arrays = [asarray(one) if dtype is None else asarray(one).astype(dtype) for one in operands]
    inputs, result = _parse(subscripts.replace(" ", ""), arrays)
    _check_lengths(inputs, result, arrays)
    terms = [_without_repeats(*pair) for pair in zip(inputs, arrays)]
    letters, value = terms[0]
    for place, (next_letters, next_value) in enumerate(terms[1:], 1):
        needed = set(result).union(*(term[0] for term in terms[place + 1 :]))
        letters, value = _contract(letters, value, next_letters, next_value, needed)
    letters, value = _sum_out(letters, value, set(result))
    value = transpose(value, [letters.index(letter) for letter in result])
    return delivered(value if value._shape else value[()], out)


def _as_text(operands):
    """Subscripts as text and operands, from operands each followed by a list of numbers."""
    pairs = len(operands) // 2
    texts = [
        "".join(map(_letter, numbers))
        for numbers in operands[1 : 2 * pairs : 2] + operands[2 * pairs :]
    ]
    arrow = "->" + texts.pop() if len(operands) % 2 else ""
    return ",".join(texts) + arrow, *operands[: 2 * pairs : 2]


def _letter(number):
    if number is Ellipsis:
        return "..."
    if not 0 <= number < len(_LETTERS):
        raise ValueError(f"subscript is not within the valid range [0, {len(_LETTERS)})")
    return _LETTERS[number]


def _parse(text, arrays):
    """Letters of each operand and of the result, ellipses written out."""
    left, arrow, right = text.partition("->")
    inputs = left.split(",")
    if len(inputs) != len(arrays):
        more = "more" if len(inputs) < len(arrays) else "fewer"
        raise ValueError(
            f"{more} operands provided to einstein sum function than specified in the subscripts string"
        )
    spare = [letter for letter in _LETTERS if letter not in text]
    longest, expanded = 0, []
    for letters, one in zip(inputs, arrays):
        missing = one.ndim - len(letters.replace("...", ""))
        if missing < 0:
            raise ValueError(
                "einstein sum subscripts string contains too many subscripts for operand "
                f"{len(expanded)}"
            )
        if missing and "..." not in letters:
            raise ValueError(
                "operand has more dimensions than subscripts given in einstein sum, but no "
                "'...' ellipsis provided to broadcast the extra dimensions."
            )
        longest = max(longest, missing if "..." in letters else 0)
        expanded.append((letters, missing))
    dots = "".join(spare[:longest])
    inputs = [letters.replace("...", dots[longest - missing :]) for letters, missing in expanded]
    for letter in "".join(inputs) + right.replace("...", ""):
        if letter not in _LETTERS:
            raise ValueError(
                f"invalid subscript '{letter}' in einstein sum subscripts string, subscripts must "
                "be letters"
            )
    if not arrow:
        joined = "".join(inputs)
        once = sorted(c for c in set(joined) if joined.count(c) == 1 and c not in dots)
        return inputs, dots + "".join(once)
    result = right.replace("...", dots)
    for letter in result:
        if letter not in "".join(inputs):
            raise ValueError(
                f"einstein sum subscripts string included output subscript '{letter}' which never "
                "appeared in an input"
            )
        if result.count(letter) > 1:
            raise ValueError(
                f"einstein sum subscripts string includes output subscript '{letter}' multiple times"
            )
    return inputs, result


def _check_lengths(inputs, result, arrays):
    lengths = {}
    for place, (letters, one) in enumerate(zip(inputs, arrays)):
        own = {}
        for letter, length in zip(letters, one._shape):
            if own.setdefault(letter, length) != length:
                raise ValueError(
                    f"dimensions in operand {place} for collapsing index '{letter}' don't match "
                    f"({own[letter]} != {length})"
                )
            known = lengths.setdefault(letter, length)
            if known != length and 1 not in (known, length):
                raise ValueError(
                    "operands could not be broadcast together with remapped shapes "
                    f"[original->remapped]: {_remapped(inputs, result, arrays)} "
                )
            lengths[letter] = max(known, length) if 0 not in (known, length) else 0


def _remapped(inputs, result, arrays):
    """Each operand's shape, and how it looks among all letters in order."""
    order = list(dict.fromkeys(result + "".join(inputs)))
    texts = []
    for letters, one in zip(inputs, arrays):
        known = dict(zip(letters, map(str, one._shape)))
        spread = [known.get(letter, "newaxis") for letter in order]
        while spread and spread[0] == "newaxis":
            spread.pop(0)
        texts.append(f"{shape_text(one._shape)}->({','.join(spread)})")
    return " ".join(texts)


def _without_repeats(letters, value):
    """A repeated letter means the diagonal of its axes."""
    for letter in dict.fromkeys(letters):
        while letters.count(letter) > 1:
            one = letters.index(letter)
            two = letters.index(letter, one + 1)
            value = diagonal(value, 0, one, two)
            letters = letters[:one] + letters[one + 1 : two] + letters[two + 1 :] + letter
    return letters, value


def _sum_out(letters, value, needed):
    """Add over the axes whose letters nothing needs any more."""
    gone = tuple(axis for axis, letter in enumerate(letters) if letter not in needed)
    if gone:
        value = asarray(value.sum(gone, dtype=value._dtype))
        letters = "".join(letter for letter in letters if letter in needed)
    return letters, value


def _contract(first, a, second, b, needed):
    """The product of two operands, summed over letters that nothing else needs."""
    first, a = _sum_out(first, a, needed | set(second))
    second, b = _sum_out(second, b, needed | set(first))
    shared = [letter for letter in first if letter in second]
    stacked = [letter for letter in shared if letter in needed]
    summed = [letter for letter in shared if letter not in needed]
    rows = [letter for letter in first if letter not in shared]
    columns = [letter for letter in second if letter not in shared]
    lengths = {letter: _length(letter, (first, a), (second, b)) for letter in shared}
    a = _arranged(first, a, [stacked, rows, summed], lengths)
    b = _arranged(second, b, [stacked, summed, columns], lengths)
    sizes = [lengths[letter] for letter in stacked]
    row_sizes, column_sizes = a[1], b[2]
    product = product_of(a[0], b[0]).reshape((*sizes, *row_sizes, *column_sizes))
    return "".join(stacked + rows + columns), product


def _length(letter, *terms):
    return max(value._shape[letters.index(letter)] for letters, value in terms)


def _arranged(letters, value, groups, lengths):
    """The operand as a stack of matrices, and the lengths of its second and third group."""
    order = [letters.index(letter) for group in groups for letter in group]
    value = transpose(value, order)
    names = [letter for group in groups for letter in group]
    shape = tuple(lengths.get(name, length) for name, length in zip(names, value._shape))
    value = broadcast_to(value, shape)
    ends = [len(groups[0]), len(groups[0]) + len(groups[1])]
    parts = shape[: ends[0]], shape[ends[0] : ends[1]], shape[ends[1] :]
    flat = value.reshape(tuple(size_of(part) for part in parts))
    return flat, parts[1], parts[2]
