def fuse(rankings, k=60):
    """Fuses rankings into one list of (name, score), best first."""
    return []
