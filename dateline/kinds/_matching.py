"""Which row of an answer stands for which row of the key: the best overall pairing."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return the pairing of rows with columns whose scores sum to the most: row → column.

    Scores of 0 or less are never paired. The method is the Hungarian one with potentials
    (Kuhn 1955, Munkres 1957): rows² × columns steps, so keep the rows the fewer.

    >>> best_pairs([[3, 2], [2, 0]])
    {1: 0, 0: 1}
    """
    fit = [row for row, of_row in enumerate(scores) if max(of_row, default=0) > 0]
    if len(fit) < len(scores):  # a row that fits nothing would only be carried along
        return {fit[row]: column for row, column in best_pairs([scores[row] for row in fit]).items()}
    rows, columns = len(scores), len(scores[0]) if scores else 0
    width = columns + rows  # a row may also stay alone, in a column of its own that scores nothing
    costs = [[-max(score, 0.0) for score in row] + [0.0] * rows for row in scores]
    of_row, of_column, taken = [0.0] * (rows + 1), [0.0] * (width + 1), [0] * (width + 1)
    for row in range(1, rows + 1):
        _add(row, costs, of_row, of_column, taken)
    pairs = {taken[column] - 1: column - 1 for column in range(1, columns + 1) if taken[column]}
    return {row: column for row, column in pairs.items() if scores[row][column] > 0}


def _add(row: int, costs: list[list[float]], of_row: list[float], of_column: list[float], taken: list[int]):
    """Pair one more row along the cheapest path of changes; column 0 stands for "not yet paired"."""
    width = len(taken)
    slack, came_from, seen = [float("inf")] * width, [0] * width, [False] * width
    taken[0], column = row, 0
    while taken[column]:
        seen[column] = True
        here, step, nearest = taken[column], float("inf"), 0
        for other in range(1, width):
            if seen[other]:
                continue
            reduced = costs[here - 1][other - 1] - of_row[here] - of_column[other]
            if reduced < slack[other]:
                slack[other], came_from[other] = reduced, column
            if slack[other] < step:
                step, nearest = slack[other], other
        for other in range(width):
            if seen[other]:
                of_row[taken[other]] += step
                of_column[other] -= step
            else:
                slack[other] -= step
        column = nearest
    while column:
        taken[column], column = taken[came_from[column]], came_from[column]
