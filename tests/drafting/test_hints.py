"""Does a case of one's own show its own solution on the last rung, not that of the kit's case?"""

from __future__ import annotations

from dateline.cases.load import load
from dateline.drafting.reports import read_reports
from dateline.drafting.write import new_case
from dateline.exercises import exercise_of, hint


def test_the_last_rung_is_of_the_case_itself(kit, files, monkeypatch):
    folder = new_case(kit, "harbour-fire", read_reports(files)).folder
    (kit / "solutions/01-read-the-sources.ipynb").write_text(
        (kit / "solutions/harbour-fire/01-read-the-sources.ipynb").read_text().replace("197", "111")
    )
    monkeypatch.chdir(kit / "exercises/harbour-fire")
    case = load(folder)
    from dateline.exercises import _solution

    shown = _solution(exercise_of("1.2", case), case)
    assert "197" in shown.code
    assert hint("1.2", case).rung == 1
