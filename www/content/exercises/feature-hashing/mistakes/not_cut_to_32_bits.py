# Never cut to 32 bits
#
# Python's integers do not overflow, so the hash grows by 24 bits a byte. `code >> 31` is then above
# zero for nearly every key, and all signs are minus; the bucket is right only where `buckets` is a
# power of two. What C does by itself you do with `& 0xFFFFFFFF` after each product.
FNV_OFFSET = 2166136261
FNV_PRIME = 16777619


def fnv1a(text):
    code = FNV_OFFSET
    for byte in text.encode("utf-8"):
        code = (code ^ byte) * FNV_PRIME
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
        vector[code % buckets] += sign * amount
    return vector
