# The zero point is added before rounding
#
# Halves go to the even neighbour, and an odd zero point changes which one is even: 0.5 − 101 =
# −100.5 goes to −100, where 0.5 goes to 0 and then to −101. The two differ by a full step in
# ties, which is enough for a test against the chip to fail bit by bit. Round `x / scale` alone.
import numpy as np


def quantise(x, low, high):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))
    levels = np.rint(x / scale + zero_point)
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
