# The text is not part of the key
#
# A text counts as 1 under the name alone, so "app" says only that there was an app: mail and maps
# become the same feature. Each value of a category is a feature of its own; its key is the name,
# `=` and the text.
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
            key, amount = name, 1
        else:
            key, amount = name, value
        code = fnv1a(key)
        sign = -1 if code >> 31 else 1
        vector[code % buckets] += sign * amount
    return vector
