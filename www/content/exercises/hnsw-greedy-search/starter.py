def search_layer(vectors, neighbours, query, entry, ef):
    """Returns (results, computed): nodes nearest first, and the number of distances computed."""
    return [entry], 1
