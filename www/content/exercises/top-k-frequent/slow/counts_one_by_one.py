# n^2: `count` walks all reports for each different one.
def top_k(signatures, k):
    counted = [(signature, signatures.count(signature)) for signature in set(signatures)]
    return sorted(counted, key=lambda item: (-item[1], item[0]))[:k]
