# Two negatives made an overlap
#
# Boxes that are apart on both axes have an overlap of negative width and negative height. For
# `(0, 0, 1, 1)` and `(2, 2, 3, 3)` both are −1, and their product is +1: an overlap out of nothing.
# The sides are multiplied before they are checked. Clamp each side at zero first:
# `max(0, right - left)`, and the same for the height.
def iou(a, b):
    left, top = max(a[0], b[0]), max(a[1], b[1])
    right, bottom = min(a[2], b[2]), min(a[3], b[3])
    overlap = (right - left) * (bottom - top)
    overlap = max(0, overlap)
    area_a = (a[2] - a[0]) * (a[3] - a[1])
    area_b = (b[2] - b[0]) * (b[3] - b[1])
    union = area_a + area_b - overlap
    return overlap / union if union > 0 else 0.0
