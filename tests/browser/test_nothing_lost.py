"""Is what a widget recorded there after a restart, a reload and a kernel's death, and said unsaved if not?

Asked of every widget that saves; `CHANGING` says how one change is made in each.
"""

from __future__ import annotations

import errno
import os
import subprocess

import pytest

from dateline.answers import Saved
from tests.browser.openings import CHANGING, IMPORTS, OPENINGS, opened

NOT_YET = "Not saved yet: run this cell again"


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


@pytest.fixture(params=CHANGING)
def name(request):
    return request.param


def kept(lab, name):
    return OPENINGS[name].kept(lab.kit)


def saved(desk):
    desk.locator(".dl-status[data-state=saved]").wait_for()


def status(desk, words):
    desk.locator(".dl-status", has_text=words).wait_for()


def shown(desk):
    """Return what every field of a desk holds, and its heading."""
    return desk.evaluate("""(desk) => [
      [...desk.querySelectorAll('input, select, textarea')].map((e) => `${e.value} ${e.checked}`),
      desk.querySelector('.dl-heading').textContent,
      desk.querySelectorAll('.dl-recorded li').length,
    ]""")


def test_what_is_recorded_outlives_restart_reload_reopening_and_death(lab, write_notebook, name):
    desk = opened(lab, write_notebook, name)
    CHANGING[name].change(desk, 1)
    saved(desk)
    answer = kept(lab, name)
    lab.run_all()
    lab.page.wait_for_function("() => document.querySelector('.dl-status')?.textContent === ''")
    before = shown(desk)
    for happens in (lab.restart, lab.reload, lab.reopen, lab.kill_kernel):
        happens()
        lab.ready()
        lab.run_all()
        desk.wait_for()
        assert (shown(desk), kept(lab, name)) == (before, answer), happens.__name__


def test_a_slow_kernel_is_shown_as_one(lab, write_notebook, name):
    desk = opened(lab, write_notebook, name)
    before = kept(lab, name)
    lab.block_kernel(5)
    CHANGING[name].change(desk, 1)
    status(desk, "Saving…")
    assert kept(lab, name) == before
    status(desk, NOT_YET)
    assert kept(lab, name) == before
    saved(desk)
    assert kept(lab, name) != before


def test_what_a_dead_kernel_did_not_save_is_saved_when_the_cell_runs_again(lab, write_notebook, name):
    desk = opened(lab, write_notebook, name)
    before = kept(lab, name)
    lab.kill_kernel()
    CHANGING[name].change(desk, 1)
    status(desk, NOT_YET)
    assert kept(lab, name) == before
    lab.reload()
    lab.run_all()
    saved(desk)
    assert kept(lab, name) != before


@pytest.fixture
def full_disk(lab, name):
    """Put the folder that is saved in on a disk that one can fill; yield what fills it and what frees it."""
    folder = lab.kit / OPENINGS[name].saves_in
    folder.mkdir(exist_ok=True, parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        yield from _limited(lab)
        return
    try:
        yield lambda: _fill(folder / "ballast"), (folder / "ballast").unlink
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _fill(ballast):
    """Write until the disk has no room left."""
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"\0" * 4096)
            except OSError as fault:
                if fault.errno != errno.ENOSPC:
                    raise
                return


def _limited(lab):
    """Where nothing may be mounted, let the system refuse the kernel every file of more than no bytes."""
    from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit

    def limit(size):
        return lambda: prlimit(lab.kernel_pid(), RLIMIT_FSIZE, (size, RLIM_INFINITY))

    yield limit(0), limit(RLIM_INFINITY)


def test_a_full_disk_is_told_and_the_old_answer_stays(lab, write_notebook, full_disk, name):
    fill, free = full_disk
    desk = opened(lab, write_notebook, name)
    before = kept(lab, name)
    fill()
    CHANGING[name].change(desk, 1)
    status(desk, "Free some space")
    assert desk.locator(".dl-status").inner_text().startswith("Not saved: ")
    assert kept(lab, name) == before
    typed = shown(desk)
    free()
    CHANGING[name].change(desk, 2)
    saved(desk)
    assert kept(lab, name) != before
    assert typed != shown(desk)
    leftovers = [path.name for path in (lab.kit / OPENINGS[name].saves_in).iterdir() if path.suffix == ".tmp"]
    assert leftovers == []


def test_a_choice_made_quickly_is_not_lost(lab, write_notebook):
    """Boxes ticked and things placed before the first answer has come all count."""
    lab.open(write_notebook("quick", IMPORTS, 'answer_form("6.3")', 'answer_form("3.3")'))
    lab.run_all()
    forms = lab.page.locator(".dl-form")
    forms.nth(1).wait_for()
    clicked = forms.evaluate_all("""(forms) => {
      const boxes = [...forms[0].querySelectorAll('input[type=checkbox]')];
      boxes.forEach((box) => box.click());
      const order = forms[1].querySelector('.dl-order');
      let placed = 0;
      for (let put; (put = order.querySelector('[data-act^="put "]')); placed += 1) put.click();
      return [boxes.length, placed];
    }""")
    for form in forms.all():
        saved(form)
    answers = [Saved(f"0{id[0]}", lab.kit / "exercises/answers").get("answers", id) for id in ("6.3", "3.3")]
    assert [len(answers[0]), len(answers[1]["happened"])] == clicked
