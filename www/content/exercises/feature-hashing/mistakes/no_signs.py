# No signs
#
# Every amount is added as it is, so keys that share a bucket always pile up: "app=music" and
# "battery" in bucket 6 give 2 where they should cancel, and each such pair makes two vectors look
# more alike than they are. Bit 31 of the hash says which amounts count as negative.
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
        vector[code % buckets] += amount
    return vector
