"""Binomial and multinomial counts.

Few expected successes are found by walking up the distribution function. For many,
Kachitvichyanukul and Schmeiser, "Binomial random variate generation", 1988 (BTPE): a triangle,
two parallelograms and two exponential tails lie over the distribution; a point under them is
drawn, and kept when it is under the distribution too.
"""

import math


def binomial(uniform, n, p):
    """How many of ``n`` tries succeed with probability ``p`` each."""
    n = int(n)
    if n == 0 or p == 0.0:
        return 0
    if p > 0.5:
        return n - _rarer(uniform, n, 1.0 - p)
    return _rarer(uniform, n, p)


def multinomial(uniform, n, shares):
    """How ``n`` tries are spread over outcomes, each from what the ones before left."""
    counts, remaining = [0] * len(shares), 1.0
    for place, share in enumerate(shares[:-1]):
        counts[place] = binomial(uniform, n, share / remaining)
        n -= counts[place]
        if n <= 0:
            break
        remaining -= share
    if n > 0 and counts:
        counts[-1] = n
    return counts


def _rarer(uniform, n, p):
    return _walked(uniform, n, p) if p * n <= 30.0 else Envelope(n, p).draw(uniform)


def _walked(uniform, n, p):
    q = 1.0 - p
    at_zero, mean = math.exp(n * math.log(q)), n * p
    bound = int(min(n, mean + 10.0 * math.sqrt(mean * q + 1)))
    count, mass, left = 0, at_zero, uniform()
    while left > mass:
        count += 1
        if count > bound:
            count, mass, left = 0, at_zero, uniform()
        else:
            left -= mass
            mass = ((n - count + 1) * p * mass) / (count * q)
    return count


class Envelope:
    """The shapes over a binomial distribution, for ``p`` up to one half."""

    def __init__(self, n, p):
        self.n, self.p, self.q = n, p, 1.0 - p
        q = self.q
        peak = n * p + p
        self.mode = math.floor(peak)
        # Half the width of the triangle; the middle, and where the tails begin.
        self.half = math.floor(2.195 * math.sqrt(n * p * q) - 4.6 * q) + 0.5
        self.middle = self.mode + 0.5
        self.left, self.right = self.middle - self.half, self.middle + self.half
        self.slope = 0.134 + 20.5 / (15.3 + self.mode)
        rate = (peak - self.left) / (peak - self.left * p)
        self.left_rate = rate * (1.0 + rate / 2.0)
        rate = (self.right - peak) / (self.right * q)
        self.right_rate = rate * (1.0 + rate / 2.0)
        # Areas up to the end of each shape.
        self.area2 = self.half * (1.0 + 2.0 * self.slope)
        self.area3 = self.area2 + self.slope / self.left_rate
        self.area4 = self.area3 + self.slope / self.right_rate

    def draw(self, uniform):
        """The next count."""
        while True:
            u = uniform() * self.area4
            v = uniform()
            if u <= self.half:
                return math.floor(self.middle - self.half * v + u)
            point = self._beside(u, v)
            if point is not None and self._is_under(*point):
                return point[0]

    def _beside(self, u, v):
        """A count and a height beside the triangle, or None for one that is out of range."""
        if u <= self.area2:
            x = self.left + (u - self.half) / self.slope
            v = v * self.slope + 1.0 - abs(self.mode - x + 0.5) / self.half
            return None if v > 1.0 else (math.floor(x), v)
        if v == 0.0:
            return None
        if u <= self.area3:
            count = math.floor(self.left + math.log(v) / self.left_rate)
            return None if count < 0 else (count, v * (u - self.area2) * self.left_rate)
        count = math.floor(self.right - math.log(v) / self.right_rate)
        return None if count > self.n else (count, v * (u - self.area3) * self.right_rate)

    def _is_under(self, count, height):
        """Whether a height is below the distribution, relative to the mode."""
        n, r, q, mode = self.n, self.p, self.q, self.mode
        spread, distance = n * r * q, abs(count - mode)
        if not 20 < distance < spread / 2.0 - 1:
            return height <= self._ratio(count)
        rho = (distance / spread) * (
            (distance * (distance / 3.0 + 0.625) + 0.16666666666666666) / spread + 0.5
        )
        quick = -distance * distance / (2 * spread)
        height = math.log(height) if height > 0.0 else -math.inf
        if height < quick - rho:
            return True
        if height > quick + rho:
            return False
        x, f, z, w = count + 1.0, mode + 1.0, n + 1.0 - mode, n - count + 1.0
        return height <= (
            self.middle * math.log(f / x)
            + (n - mode + 0.5) * math.log(z / w)
            + (count - mode) * math.log(w * r / (x * q))
            + _stirling(f)
            + _stirling(z)
            + _stirling(x)
            + _stirling(w)
        )

    def _ratio(self, count):
        """The probability of a count over that of the mode, factor by factor."""
        odds = self.p / self.q
        a, ratio = odds * (self.n + 1), 1.0
        for k in range(self.mode + 1, count + 1):
            ratio *= a / k - odds
        for k in range(count + 1, self.mode + 1):
            ratio /= a / k - odds
        return ratio


def _stirling(x):
    """The correction of Stirling's formula."""
    square = x * x
    inner = 99.0 - 140.0 / square
    return (13680.0 - (462.0 - (132.0 - inner / square) / square) / square) / x / 166320.0
