# The range is not widened to hold 0
#
# With a range of 255 to 510 the zero point would have to be −383, which is no byte. Here it is
# brought back to −128, and then every value is off by the whole offset. Zero must be a level:
# padding and ReLU produce it in every layer. Start with `min(low, 0)` and `max(high, 0)`.
import numpy as np


def quantise(x, low, high):
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.clip(np.rint(-128 - low / scale), -128, 127))
    levels = np.rint(x / scale) + zero_point
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
