import numpy as np


def giou_loss(predicted, target):
    """Eight columns, as it would be written for a shader: no small axis to reduce over."""
    px1, px2, py1, py2 = sides(predicted)
    tx1, tx2, ty1, ty2 = sides(target)

    shared_width = np.clip(np.minimum(px2, tx2) - np.maximum(px1, tx1), 0, None)
    shared_height = np.clip(np.minimum(py2, ty2) - np.maximum(py1, ty1), 0, None)
    overlap = shared_width * shared_height
    union = (px2 - px1) * (py2 - py1) + (tx2 - tx1) * (ty2 - ty1) - overlap
    hull = (np.maximum(px2, tx2) - np.minimum(px1, tx1)) * (
        np.maximum(py2, ty2) - np.minimum(py1, ty1)
    )

    iou = overlap / np.where(union > 0, union, 1)
    # 1 - IoU + (hull - union) / hull, and 1 - IoU where the hull is a line or a point.
    losses = np.where(hull > 0, 2 - iou - union / np.where(hull > 0, hull, 1), 1 - iou)
    return losses, float(losses.mean())


def sides(boxes):
    xa, ya, xb, yb = boxes.T
    return np.minimum(xa, xb), np.maximum(xa, xb), np.minimum(ya, yb), np.maximum(ya, yb)
