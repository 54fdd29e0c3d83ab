# Characters instead of bytes
#
# `ord` gives one number a character. For plain English that is the byte, so nothing is noticed;
# "é" is 233 as a character and the two bytes 195, 169 in UTF-8. A model trained elsewhere then
# looks for "café" in another bucket. Hash `key.encode("utf-8")`.
FNV_OFFSET = 2166136261
FNV_PRIME = 16777619


def fnv1a(text):
    code = FNV_OFFSET
    for character in text:
        code = (code ^ ord(character)) * FNV_PRIME & 0xFFFFFFFF
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
