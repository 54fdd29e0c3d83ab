FNV_OFFSET = 2166136261
FNV_PRIME = 16777619
LOWEST_32_BITS = 0xFFFFFFFF


def hash_features(features, buckets):
    """A list of `buckets` numbers: each feature's signed amount in the bucket of its key."""
    vector = [0.0] * buckets
    for name, value in features.items():
        if isinstance(value, str):
            key, amount = f"{name}={value}", 1
        else:
            key, amount = name, value
        code = fnv1a(key)
        sign = -1 if code >> 31 else 1
        vector[code % buckets] += sign * amount
    return vector


def fnv1a(text):
    """The 32-bit FNV-1a hash of the text in UTF-8."""
    code = FNV_OFFSET
    for byte in text.encode("utf-8"):
        code = (code ^ byte) * FNV_PRIME & LOWEST_32_BITS
    return code
