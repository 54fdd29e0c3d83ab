import numpy as np


def suppress(boxes, scores, labels, threshold):
    """Each box that is kept strikes out the rest in one vectorised sweep."""
    if not boxes:
        return []
    corners = np.array(boxes, dtype=np.float64)
    number = {label: i for i, label in enumerate(dict.fromkeys(labels))}
    kinds = np.array([number[label] for label in labels])
    open_boxes = np.argsort(-np.array(scores, dtype=np.float64), kind="stable")
    kept = []
    while len(open_boxes):
        surest, rest = open_boxes[0], open_boxes[1:]
        kept.append(int(surest))
        struck = (ious(corners[surest], corners[rest]) > threshold) & (kinds[rest] == kinds[surest])
        open_boxes = rest[~struck]
    return kept


def ious(box, others):
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    overlap = np.maximum(sides, 0).prod(axis=1)
    areas = (others[:, 2:] - others[:, :2]).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + areas - overlap
    return np.divide(overlap, union, out=np.zeros(len(others)), where=union > 0)
