"""Random programs of ten operations, the same for every engine: text made from a seed.

A program is a list of statements about ``x0``, ``x1`` and so on. The writer keeps track of shapes
and kinds itself, so that most statements have a result, and makes some mistakes on purpose.

Values stay multiples of 1/8 of at most 63: ``tame`` records what an operation gave and brings it
back to that grid. Sums and products of such numbers are exact, so that the order in which an engine
adds does not show, and one wrong element does.
"""

import random

import programs_index
import programs_make
import programs_math
import programs_reduce
import programs_shape

OPERATIONS = 10
COUNT = 10_000


class Known:
    """What the writer knows of a variable: its name, shape (None: unknown) and kind."""

    def __init__(self, name, shape, kind):
        self.name, self.shape, self.kind = name, shape, kind

    @property
    def ndim(self):
        """The number of axes; the shape must be known."""
        return len(self.shape)

    @property
    def size(self):
        """The number of elements; the shape must be known."""
        count = 1
        for length in self.shape:
            count *= length
        return count

    def __str__(self):
        return self.name


class Writer:
    """Draws choices from a seed and collects statements."""

    def __init__(self, seed):
        # Only random() is promised to give the same numbers in every version of Python.
        self._random = random.Random(seed).random
        self.statements, self.known = [], []

    def below(self, count):
        """A whole number from 0 up to, not including, ``count``."""
        return int(self._random() * count)

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + self.below(high - low + 1)

    def chance(self, share):
        """True in that share of cases."""
        return self._random() < share

    def pick(self, options):
        """One of the options: of a sequence, of words, or of the letters of a single word."""
        options = options.split() if isinstance(options, str) and " " in options else options
        return options[self.below(len(options))]

    def some(self, fits=lambda known: True):
        """A variable that fits, or None; those of late are the likelier ones."""
        found = [known for known in self.known if fits(known)]
        return found[-1 - int(len(found) * self._random() ** 1.5)] if found else None

    def shaped(self, least=0, most=9):
        """A variable of known shape, not empty, with that many axes, or None."""
        return self.some(
            lambda x: x.shape is not None and least <= x.ndim <= most and x.size > 0
        )

    def new(self, text, shape, kind):
        """A statement that makes a variable."""
        made = Known(f"x{len(self.known)}", shape, kind)
        self.statements.append(f"{made} = {text}")
        self.known.append(made)
        return made

    def change(self, known, text):
        """A statement that changes a variable in place and brings it back to the grid."""
        tamed = f"; {known}[...] = tame({known})" if known.kind in "fsc" else ""
        self.statements.append(text + tamed)
        return known


# How likely each kind of operation is, and who writes it.
_WRITERS = (
    (3, programs_make.make),
    (16, programs_math.element_wise),
    (8, programs_math.in_place),
    (6, programs_math.ufunc_methods),
    (8, programs_math.products),
    (14, programs_index.read),
    (12, programs_index.assign),
    (14, programs_shape.rearrange),
    (8, programs_shape.join),
    (11, programs_reduce.reduce),
    (8, programs_reduce.order),
)
_TOTAL = sum(weight for weight, _ in _WRITERS)


def program(seed):
    """The statements of the program of that seed: some arrays, then ten operations."""
    writer = Writer(seed)
    for _ in range(writer.between(2, 3)):
        programs_make.make(writer)
    while len(writer.statements) < OPERATIONS + 3:
        place = writer.below(_TOTAL)
        for weight, write in _WRITERS:
            if place < weight:
                write(writer)
                break
            place -= weight
    return writer.statements
