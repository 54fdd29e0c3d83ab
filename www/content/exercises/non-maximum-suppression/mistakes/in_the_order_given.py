# The boxes are taken as they come
#
# Without sorting, the first box of the list wins, however unsure the detector is of it: of the tins
# box 0 with 0.8 stays and box 1 with 0.9 goes. Go through the boxes by falling score.
def suppress(boxes, scores, labels, threshold):
    kept = []
    for i in range(len(boxes)):
        if all(labels[i] != labels[j] or iou(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept


def iou(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
