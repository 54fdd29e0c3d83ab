# Multiplied element by element
#
# This multiplies the values that stand under the same key, which for the drill is none. A matrix
# product pairs the *column* on the left with the *row* on the right: ("drill", "screw") with
# ("screw", "steel"), and the result stands under ("drill", "steel").
def product(left, right):
    both = {key: left[key] * right[key] for key in left if key in right}
    return {key: value for key, value in both.items() if value != 0}
