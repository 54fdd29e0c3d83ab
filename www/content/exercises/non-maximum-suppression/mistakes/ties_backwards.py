# Equal scores in reverse order
#
# Sorting pairs of score and index with `reverse=True` turns the indices around as well: of three
# copies with one score the last one stays. Sort the indices by `-scores[i]`; the sort is stable and
# leaves equals as they are.
def suppress(boxes, scores, labels, threshold):
    kept = []
    for _, i in sorted(zip(scores, range(len(boxes))), reverse=True):
        if all(labels[i] != labels[j] or iou(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept


def iou(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
