"""The singular values of a matrix with two diagonals, by implicit QR steps.

Demmel and Kahan, "Accurate Singular Values of Bidiagonal Matrices", 1990; the order of tests,
shifts and rotations is that of LAPACK's ``dbdsqr``, because it decides the signs of the vectors.
"""

import math

_EPSILON = 2.0**-53
_TOLERANCE = max(10.0, min(100.0, _EPSILON**-0.125)) * _EPSILON
_SMALLEST = 2.0**-1022
_MOST_STEPS = 6


def diagonalised(d, e, rows):
    """Turn ``e``, the upper diagonal, to zero, in place; rotate the rows along and sort them."""
    work = _Block(d, e, rows)
    last = len(d) - 1
    while last > 0:
        last = work.advanced(last)
    for k, value in enumerate(d):
        if value < 0.0:
            d[k] = -value
            rows[k] = [-one for one in rows[k]]
    for end in range(len(d) - 1, 0, -1):
        least = 0
        for k in range(1, end + 1):
            if d[k] <= d[least]:
                least = k
        d[least], d[end] = d[end], d[least]
        rows[least], rows[end] = rows[end], rows[least]


class _Block:
    """The matrix, and the block that the last step worked on."""

    def __init__(self, d, e, rows):
        self.d, self.e, self.rows = d, e, rows
        self.before, self.is_downward = (-1, -1), True
        self.steps_left = _MOST_STEPS * len(d) * len(d)
        least = bound = abs(d[0]) if d else 0.0
        for k, above in enumerate(e):
            if least == 0.0:
                break
            bound = abs(d[k + 1]) * (bound / (bound + abs(above)))
            least = min(least, bound)
        least /= math.sqrt(len(d) or 1)
        self.negligible = max(_TOLERANCE * least, self.steps_left * _SMALLEST)

    def advanced(self, last):
        """One step on the block that ends at ``last``; the end of the block that is left."""
        d, e = self.d, self.e
        largest, first = abs(d[last]), last
        while first > 0 and abs(e[first - 1]) > self.negligible:
            first -= 1
            largest = max(largest, abs(d[first]), abs(e[first]))
        if first > 0:
            e[first - 1] = 0.0
        if first == last:
            return last - 1
        if first == last - 1:
            self._pair(first)
            return last - 2
        if first > self.before[1] or last < self.before[0]:
            self.is_downward = abs(d[first]) >= abs(d[last])
        smallest = self._smallest(first, last)
        if smallest is None:
            return last
        self.before = (first, last)
        self.steps_left -= last - first
        if self.steps_left < 0:
            raise ArithmeticError("SVD did not converge")
        shift = self._shift(first, last, smallest, largest)
        self._chase(first, last, shift)
        return last

    def _smallest(self, first, last):
        """A bound of the smallest singular value; None when an element became negligible."""
        d, e = self.d, self.e
        places = range(first, last) if self.is_downward else range(last - 1, first - 1, -1)
        end, corner = (last - 1, last) if self.is_downward else (first, first)
        if abs(e[end]) <= _TOLERANCE * abs(d[corner]):
            e[end] = 0.0
            return None
        bound = least = abs(d[first if self.is_downward else last])
        for k in places:
            if abs(e[k]) <= _TOLERANCE * bound:
                e[k] = 0.0
                return None
            bound = abs(d[k + 1 if self.is_downward else k]) * (bound / (bound + abs(e[k])))
            least = min(least, bound)
        return least

    def _shift(self, first, last, smallest, largest):
        d, e = self.d, self.e
        if len(d) * _TOLERANCE * (smallest / largest) <= max(_EPSILON, 0.01 * _TOLERANCE):
            return 0.0
        k = last - 1 if self.is_downward else first
        shift = _lower_of_pair(d[k], e[k], d[k + 1])
        start = abs(d[first if self.is_downward else last])
        return 0.0 if start > 0.0 and (shift / start) ** 2 < _EPSILON else shift

    def _chase(self, first, last, shift):
        """A QR step: the bulge that the shift makes is chased through the block."""
        d, e = self.d, self.e
        forward = self.is_downward
        places = list(range(first, last + 1)) if forward else list(range(last, first - 1, -1))
        # Going up, the roles of right and left rotations are exchanged.
        beside = [min(a, b) for a, b in zip(places, places[1:])]
        if shift == 0.0:
            turns = self._zero_shift(places, beside)
        else:
            turns = self._shifted(places, beside, shift)
        if abs(e[beside[-1]]) <= self.negligible:
            e[beside[-1]] = 0.0
        for k, (right, left) in zip(beside, turns):
            cosine, sine = right if forward else (left[0], -left[1])
            self._rotate(k, cosine, sine)

    def _zero_shift(self, places, beside):
        d, e = self.d, self.e
        cosine = old_cosine = 1.0
        old_sine, turns = 0.0, []
        for step, (here, there) in enumerate(zip(places, places[1:])):
            cosine, sine, r = _rotation(d[here] * cosine, e[beside[step]])
            if step:
                e[beside[step - 1]] = old_sine * r
            old_cosine, old_sine, d[here] = _rotation(old_cosine * r, d[there] * sine)
            turns.append(((cosine, sine), (old_cosine, old_sine)))
        end = d[places[-1]] * cosine
        d[places[-1]] = end * old_cosine
        e[beside[-1]] = end * old_sine
        return turns

    def _shifted(self, places, beside, shift):
        d, e = self.d, self.e
        start, turns = d[places[0]], []
        f = (abs(start) - shift) * (math.copysign(1.0, start) + shift / start)
        g = e[beside[0]]
        for step, (here, there) in enumerate(zip(places, places[1:])):
            k = beside[step]
            cosine, sine, r = _rotation(f, g)
            if step:
                e[beside[step - 1]] = r
            f = cosine * d[here] + sine * e[k]
            e[k] = cosine * e[k] - sine * d[here]
            g = sine * d[there]
            d[there] = cosine * d[there]
            right = cosine, sine
            cosine, sine, d[here] = _rotation(f, g)
            f = cosine * e[k] + sine * d[there]
            d[there] = cosine * d[there] - sine * e[k]
            if step < len(beside) - 1:
                g = sine * e[beside[step + 1]]
                e[beside[step + 1]] = cosine * e[beside[step + 1]]
            turns.append((right, (cosine, sine)))
        e[beside[-1]] = f
        return turns

    def _pair(self, k):
        """Diagonalise two rows at once."""
        small, large, sine, cosine = _pair_values(self.d[k], self.e[k], self.d[k + 1])
        self.d[k], self.e[k], self.d[k + 1] = large, 0.0, small
        self._rotate(k, cosine, sine)

    def _rotate(self, k, cosine, sine):
        upper, lower = self.rows[k], self.rows[k + 1]
        self.rows[k] = [cosine * u + sine * w for u, w in zip(upper, lower)]
        self.rows[k + 1] = [cosine * w - sine * u for u, w in zip(upper, lower)]


def _rotation(f, g):
    """Cosine, sine and length: the rotation that turns (f, g) into (r, 0)."""
    if g == 0.0:
        return 1.0, 0.0, f
    if f == 0.0:
        return 0.0, math.copysign(1.0, g), abs(g)
    length = math.sqrt(f * f + g * g)
    r = math.copysign(length, f)
    return abs(f) / length, g / r, r


def _lower_of_pair(f, g, h):
    """The smaller singular value of [[f, g], [0, h]]."""
    low, high, g = min(abs(f), abs(h)), max(abs(f), abs(h)), abs(g)
    if low == 0.0:
        return 0.0
    total, apart = 1.0 + low / high, (high - low) / high
    if g < high:
        slant = (g / high) ** 2
        return low * (2.0 / (math.sqrt(total * total + slant) + math.sqrt(apart * apart + slant)))
    slant = high / g
    if slant == 0.0:
        return low * high / g
    c = 1.0 / (math.sqrt(1.0 + (total * slant) ** 2) + math.sqrt(1.0 + (apart * slant) ** 2))
    return 2.0 * (low * c * slant)


def _pair_values(f, g, h):
    """Singular values of [[f, g], [0, h]], signed, and the right rotation's sine and cosine."""
    is_swapped = abs(h) > abs(f)
    top, end = (h, f) if is_swapped else (f, h)
    if g == 0.0:
        small, large = abs(end), abs(top)
        cosines, sines, leading = (1.0, 1.0), (0.0, 0.0), 1
    elif abs(g) > abs(top) and abs(top) / abs(g) < _EPSILON:
        size = abs(g)
        large = size
        small = abs(top) / (size / abs(end)) if abs(end) > 1.0 else abs(top) / size * abs(end)
        cosines, sines, leading = (1.0, top / g), (end / g, 1.0), 2
    else:
        leading = 2 if abs(g) > abs(top) else 1
        small, large, cosines, sines = _pair_by_formula(top, g, end)
    (left_cosine, cosine), (left_sine, sine) = cosines, sines
    if is_swapped:
        left_cosine, left_sine, cosine, sine = sine, cosine, left_sine, left_cosine
        leading = 3 if leading == 1 else leading
    sign = math.copysign
    if leading == 1:
        outer = sign(1.0, cosine) * sign(1.0, left_cosine) * sign(1.0, f)
    elif leading == 2:
        outer = sign(1.0, sine) * sign(1.0, left_cosine) * sign(1.0, g)
    else:
        outer = sign(1.0, sine) * sign(1.0, left_sine) * sign(1.0, h)
    inner = outer * sign(1.0, f) * sign(1.0, h)
    return sign(small, inner), sign(large, outer), sine, cosine


def _pair_by_formula(f, g, h):
    """The same for |f| not below |h|: small, large, (left, right) cosines, (left, right) sines."""
    apart = abs(f) - abs(h)
    share = 1.0 if apart == abs(f) else apart / abs(f)
    m, t = g / f, 2.0 - share
    square = m * m
    s = math.sqrt(t * t + square)
    r = abs(m) if share == 0.0 else math.sqrt(share * share + square)
    a = 0.5 * (s + r)
    if square != 0.0:
        t = (m / (s + t) + m / (r + share)) * (1.0 + a)
    elif share == 0.0:
        t = math.copysign(2.0, f) * math.copysign(1.0, g)
    else:
        t = g / math.copysign(apart, f) + m / t
    length = math.sqrt(t * t + 4.0)
    cosine, sine = 2.0 / length, t / length
    left = (cosine + sine * m) / a, (h / f) * sine / a
    return abs(h) / a, abs(f) * a, (left[0], cosine), (left[1], sine)
