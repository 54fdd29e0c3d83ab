def f1_scores(truth, predicted, classes):
    """Returns (per_class, macro, micro, weighted)."""
    per_class = {name: 0.0 for name in classes}
    return per_class, 0.0, 0.0, 0.0
