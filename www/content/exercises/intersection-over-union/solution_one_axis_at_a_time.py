def shared(low_a, high_a, low_b, high_b):
    """Length that two intervals share."""
    return max(0, min(high_a, high_b) - max(low_a, low_b))


def area(box):
    x1, y1, x2, y2 = box
    return (x2 - x1) * (y2 - y1)


def iou(a, b):
    """Overlap of two boxes (x1, y1, x2, y2) as a share of the area they cover together."""
    overlap = shared(a[0], a[2], b[0], b[2]) * shared(a[1], a[3], b[1], b[3])
    union = area(a) + area(b) - overlap
    return overlap / union if union > 0 else 0.0
