"""A practice case for each student of a class, no two alike; the keys stay with the teacher.

What case a student gets follows from a secret of the teacher's and the student's number. So the same class
gets the same cases again, and nobody without the secret can make another's case, or the key to their own.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.cases import Case
from dateline.errors import KitError
from dateline.grading.roster import HEADS, Enrolled, read_roster
from dateline.grading.tables import write_table
from dateline.grading.variants import CASES, LIST
from dateline.practice import make
from dateline.practice.learners import model_answers
from dateline.practice.write import files_of
from dateline.release.keys import withhold
from dateline.release.students import feedback

SECRET = "secret.txt"
NUMBERS = ("sis", "login", "email", "canvas", "moodle")  # what may tell students apart, the best first
_TRIES = 100
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Variant:
    """The practice case of one student: `seed` makes it, `case.id` is its code."""

    student: Enrolled
    seed: int
    case: Case


def read_class(path: Path) -> list[tuple[str, Enrolled]]:
    """Read a roster as (number, student), in the order of the numbers.

    Raises KitError when it cannot be read, has no students, or has some without a number or with the same.
    """
    try:
        students = read_roster(path)
    except OSError as fault:
        raise KitError(f"{path} cannot be read ({fault.strerror}). Name the CSV of your class.") from None
    if not students:
        raise KitError(f"{path} has no students in it, only a first line.")
    numbered: dict[str, list[Enrolled]] = defaultdict(list)
    for each in students:
        numbered[number_of(each)].append(each)
    if nameless := numbered.get(""):
        raise KitError(
            f"{path} has no number for {_some(nameless)}. Each student needs one, by which their case is "
            "drawn: a column `student id`, `login` or `email`."
        )
    for number, same in numbered.items():
        if len(same) > 1:
            raise KitError(f"{path} has the number {number!r} twice, for {_some(same)}. Mend one of them.")
    return sorted((number, same[0]) for number, same in numbered.items())


def number_of(student: Enrolled) -> str:
    """Return what tells a student from all others of the list, "" where it tells nothing."""
    return next((student.told[kind].casefold() for kind in NUMBERS if kind in student.told), "")


def _some(students: Sequence[Enrolled]) -> str:
    names = [each.name for each in students]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def draw(numbered: Sequence[tuple[str, Enrolled]], secret: bytes, level: int) -> Iterator[Variant]:
    """Yield a case for each student, none like another: other texts, other dates, another ledger."""
    seen: set[str] = set()
    for number, student in numbered:
        for at in range(_TRIES):
            seed = int.from_bytes(_drawn(secret, "seed", f"{number}/{at}")[:6], "big")
            case = make(seed, level)
            code = "".join(_LETTERS[byte % 26] for byte in _drawn(secret, "code", f"{number}/{at}")[:8])
            told = {f"variant-{code}", *_features(case)}
            if not told & seen:
                seen |= told
                yield Variant(student, seed, replace(case, id=f"variant-{code}"))
                break
        else:
            raise KitError(f"No case of level {level} is left that is unlike all others of this class.")


def _drawn(secret: bytes, what: str, told: str) -> bytes:
    return hmac.new(secret, f"{what} {told}".encode(), hashlib.sha256).digest()


def _features(case: Case) -> Iterator[str]:
    """What no two of a class may share: the text of a report, the dates asked for, the rows of the ledger."""
    yield from (source.text for source in case.sources.values())
    answers = model_answers(case)
    yield from (json.dumps(answers[id], sort_keys=True, default=str) for id in ("9.3", "9.4"))


def read_secret(path: Path | None) -> bytes:
    """Return the secret in a file, or a new one without; KitError when the file holds none."""
    if path is None:
        return secrets.token_hex(32).encode()
    try:
        secret = path.read_bytes().strip()
    except OSError as fault:
        raise KitError(f"{path} cannot be read ({fault.strerror}).") from None
    if len(secret) < 16:
        raise KitError(f"{path} holds no secret: it has fewer than 16 letters. Name the {SECRET} of a class.")
    return secret


def write_variants(
    out: Path, numbered: Sequence[tuple[str, Enrolled]], secret: bytes, level: int, keys: str
) -> int:
    """Write a practice case for each student into an empty folder; return how many.

    students/ holds an archive for each student, the rest is the teacher's: keys, solutions, the list.
    """
    variants = list(draw(numbered, secret, level))
    (out / "students").mkdir()
    for variant in variants:
        _write_one(out, variant, keys)
    (out / SECRET).touch(mode=0o600)
    (out / SECRET).write_bytes(secret + b"\n")
    _write_list(out / LIST, variants)
    page = (Path(__file__).parent / "variants.md").read_text("utf-8")
    (out / "README.md").write_text(page.format(feedback=feedback(keys)), encoding="utf-8")
    return len(variants)


def _write_one(out: Path, variant: Variant, keys: str) -> None:
    code, case = variant.case.id, variant.case
    for place, text in files_of(case, f'open_case("{code}")').items():
        top, _, rest = place.partition("/")
        inside = {"data": f"{CASES}/{rest}", "exercises": f"to-do/exercises/{code}/{rest}"}
        path = out / inside.get(top, f"{top}/{code}/{rest}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    pack = out / "to-do"
    shutil.copytree(out / CASES / code, pack / "data" / code)
    withhold(pack / "data" / code, keys)
    page = (Path(__file__).parent / "variant.md").read_text("utf-8")
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", variant.student.name)  # as `hand-in` takes it
    told = page.format(name=name, code=code, title=case.title, feedback=feedback(keys))
    (pack / f"{code}.md").write_text(told, encoding="utf-8")
    plain = re.sub(r"[^\w -]", "", variant.student.name)[:60].strip() or "student"
    with zipfile.ZipFile(out / "students" / f"{plain} {code}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in pack.rglob("*") if each.is_file()):
            archive.write(path, path.relative_to(pack).as_posix())
    shutil.rmtree(pack)


def _write_list(path: Path, variants: Sequence[Variant]) -> None:
    kinds = [kind for kind in HEADS if any(kind in each.student.told for each in variants)]
    kinds = [kind for kind in kinds if kind not in ("name", "first", "last", "variant")]
    heads = {"canvas": "canvas id", "moodle": "identifier", "sis": "student id"}
    rows = [
        [
            each.student.name,
            *(each.student.told.get(kind, "") for kind in kinds),
            each.case.id,
            str(each.seed),
        ]
        for each in variants
    ]
    write_table(path, ["name", *(heads.get(kind, kind) for kind in kinds), "variant", "seed"], rows)
