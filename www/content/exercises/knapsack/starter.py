def choose_packs(packs, budget_mb):
    """(largest total value, names of the packs that reach it within the budget)."""
    return 0, []
