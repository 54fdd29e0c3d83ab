"""The order among complex numbers: by their real parts, then by their imaginary parts."""

import operator as op


def _compared(of_real, of_imag):
    def loop(x, y):
        if x.real == y.real:
            return of_imag(x.imag, y.imag)
        return of_real(x.real, y.real) and x.imag == x.imag and y.imag == y.imag

    return loop


less, less_equal = _compared(op.lt, op.lt), _compared(op.lt, op.le)
greater, greater_equal = _compared(op.gt, op.gt), _compared(op.gt, op.ge)


def maximum(x, y):
    """The larger; NaN when either is."""
    return x if x != x or greater_equal(x, y) else y


def minimum(x, y):
    """The smaller; NaN when either is."""
    return x if x != x or less_equal(x, y) else y


def fmax(x, y):
    """The larger; the number when the other is NaN."""
    return x if y != y or greater_equal(x, y) else y


def fmin(x, y):
    """The smaller; the number when the other is NaN."""
    return x if y != y or less_equal(x, y) else y


def sorting_key(value):
    """What to sort by: numbers first, then those whose imaginary, real or both parts are NaN."""
    is_nan = value.real != value.real, value.imag != value.imag
    return *is_nan, 0.0 if is_nan[0] else value.real, 0.0 if is_nan[1] else value.imag
