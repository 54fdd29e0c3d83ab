def group_by(rows, keys, aggregations):
    """One dictionary a group: its keys, and each output column's aggregate."""
    return []
