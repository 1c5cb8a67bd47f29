"""Is the pairing the best of all, and not only the best row by row?"""

import random
from itertools import permutations

import pytest

from dateline.kinds._matching import best_pairs


@pytest.mark.parametrize(
    ("scores", "pairs", "why"),
    [
        ([[3, 2], [2, 0]], {0: 1, 1: 0}, "the first gives way, so that both find a partner"),
        ([[3, 1], [3, 2]], {0: 0, 1: 1}, "the second has another choice"),
        ([[0, 0], [0, 1]], {1: 1}, "a score of nought pairs nothing"),
        ([[1], [2]], {1: 0}, "more rows than columns"),
        ([[-1, 2]], {0: 1}, "a negative score pairs nothing"),
        ([], {}, "nothing to pair"),
        ([[], []], {}, "nothing to pair with"),
    ],
)
def test_pairs(scores, pairs, why):
    assert best_pairs(scores) == pairs, why


def test_no_other_pairing_scores_more():
    chance = random.Random(4)
    for _ in range(150):
        rows, columns = chance.randint(1, 4), chance.randint(1, 5)
        scores = [[chance.choice([-1, 0, 1, 2, 3.5]) for _ in range(columns)] for _ in range(rows)]
        found = best_pairs(scores)
        places = [*range(columns), *[None] * rows]
        best = max(
            sum(max(scores[row][column], 0) for row, column in enumerate(told) if column is not None)
            for told in permutations(places, rows)
        )
        assert sum(scores[row][column] for row, column in found.items()) == best
        assert len(set(found.values())) == len(found)
