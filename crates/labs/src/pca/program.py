centred = ROWS - ROWS.mean(0)
covariance = centred.T @ centred / (len(ROWS) - 1)
total = covariance.trace()
matrix = total * torch.eye(len(covariance)).double() - covariance if LEAST else covariance


def orthonormal(vectors):
    """Rows at right angles to one another, each kept as near as can be to those before."""
    return torch.linalg.qr(vectors.T).Q.T


def moved(before, after):
    sign = -1 if before @ after < 0 else 1
    return (before - sign * after).norm()


if first is None:
    # Eigenvectors of the largest eigenvalues but the very first.
    exact = torch.linalg.eigh(matrix).eigenvectors.flip(1).T
    first = exact[[index % len(exact) for index in range(1, COUNT + 1)]]
vectors, current = orthonormal(first), 0
for step in range(STEPS):
    before = vectors.clone()
    if ALL_AT_ONCE:
        vectors = orthonormal(vectors @ matrix)
    else:
        vectors[current] = matrix @ vectors[current]
        vectors = orthonormal(vectors)
        if moved(before[current], vectors[current]) < 1e-8 and current + 1 < COUNT:
            current += 1

kept = sum(vector @ covariance @ vector for vector in vectors)
print("lost", max(0.0, (1 - kept / total).item()))
