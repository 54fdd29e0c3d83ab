def hash_features(features, buckets):
    """A list of `buckets` numbers: each feature's signed amount in the bucket of its key."""
    return [0.0] * buckets
