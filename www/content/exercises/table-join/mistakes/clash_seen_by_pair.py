# Clashing names are looked for pair by pair
#
# A right column is renamed only if this very left row has the name as well. In one table "score"
# then means the left score in some rows and the right one in others. Whether a name clashes is a
# question about the two tables, not about a pair of rows.
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
            joined = {column: row.get(column) for column in left_columns}
            for column, new_name in new_names.items():
                joined[new_name if column in row else column] = partner.get(column)
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
