# A row has only the columns that its pair has
#
# Columns are taken from the two rows at hand, so the result is ragged: the second play has no
# "liked", and a left row without a match has no right columns at all. Whoever reads the table then
# gets a `KeyError` from some rows. Collect the columns of both tables first.
def join(left, right, keys, how):
    """One row for each matching pair; with how="left" also for left rows without a match."""
    left_columns = columns_of(left)
    new_names = {
        column: f"{column}_right" if column in left_columns else column
        for column in columns_of(right)
        if column not in keys
    }
    matches = index_by(right, keys)

    result = []
    for row in left:
        partners = matches.get(identity_of(row, keys), [])
        if not partners and how == "left":
            partners = [{}]
        for partner in partners:
            joined = dict(row)
            for column, value in partner.items():
                if column not in keys:
                    joined[new_names[column]] = value
            result.append(joined)
    return result


def columns_of(rows):
    """All columns of a table, in the order in which they first occur (a dict as ordered set)."""
    return {column: True for row in rows for column in row}


def index_by(rows, keys):
    """The rows of each identity, in their order; rows that lack a key are in none."""
    index = {}
    for row in rows:
        identity = identity_of(row, keys)
        if None not in identity:
            index.setdefault(identity, []).append(row)
    return index


def identity_of(row, keys):
    return tuple(row.get(key) for key in keys)
