"""Is the summary with planted errors the same where it is shown and where it is marked?"""

import re

import pytest

from dateline import open_case
from dateline.build.notebook import read_notebook, source_of
from tests.answer_sheets import KIT


@pytest.fixture(scope="module")
def exercise():
    return open_case("syria-withdrawal").exercises["6.5"]


def test_the_prompt_shows_the_text_that_is_marked(exercise):
    notebook = read_notebook(KIT / "solutions" / "06-weigh-the-evidence.ipynb")
    (prompt,) = [source_of(cell) for cell in notebook["cells"] if "## Exercise 6.5" in source_of(cell)]
    shown = re.findall(r"^> \*\*\d\*\*&nbsp; (.+)$", prompt, re.MULTILINE)
    assert shown == [" ".join(text.split()) for text in exercise.arguments["text"]]


def test_six_errors_are_planted_each_once_and_each_in_a_sentence_of_its_own(exercise):
    sentences = [
        sentence for text in exercise.arguments["text"] for sentence in re.split(r"(?<=\.) (?=[A-Z])", text)
    ]
    cores = [target["core"] for target in exercise.arguments["targets"]]
    assert len(cores) == 6
    held = [[core for core in cores if core in sentence] for sentence in sentences]
    assert sorted(core for cores in held for core in cores) == sorted(cores)
    assert max(map(len, held)) == 1
