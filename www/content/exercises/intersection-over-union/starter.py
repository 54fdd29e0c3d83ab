def iou(a, b):
    """Overlap of two boxes (x1, y1, x2, y2) as a share of the area they cover together."""
    return 0.0
