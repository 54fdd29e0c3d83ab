import math

PAIR, DELETE, INSERT = range(3)


def word_errors(reference, hypothesis):
    """(word error rate, alignment as pairs of a reference word and a hypothesis word or None).

    The way back needs the decisions, not the costs: one byte a cell (two bits would do), and two
    rows of costs that are thrown away.
    """
    costs = list(range(len(hypothesis) + 1))
    moves = [bytearray([INSERT] * len(costs))]
    for i, said in enumerate(reference, start=1):
        row, decisions = [i], bytearray([DELETE])
        for j, heard in enumerate(hypothesis, start=1):
            # The smallest cost, and on a tie the smallest move: the order that is asked for.
            cost, move = min(
                (costs[j - 1] + (said != heard), PAIR),
                (costs[j] + 1, DELETE),
                (row[j - 1] + 1, INSERT),
            )
            row.append(cost)
            decisions.append(move)
        costs = row
        moves.append(decisions)
    return rate(costs[-1], reference, hypothesis), walk_back(reference, hypothesis, moves)


def rate(errors, reference, hypothesis):
    if reference:
        return errors / len(reference)
    return math.inf if hypothesis else 0.0


def walk_back(reference, hypothesis, moves):
    i, j = len(reference), len(hypothesis)
    alignment = []
    while i > 0 or j > 0:
        move = moves[i][j]
        i -= move != INSERT
        j -= move != DELETE
        said = reference[i] if move != INSERT else None
        heard = hypothesis[j] if move != DELETE else None
        alignment.append((said, heard))
    alignment.reverse()
    return alignment
