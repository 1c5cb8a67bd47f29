"""Which limits are right, and which rule a wrong one breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.findings import Finding, Place
from dateline.kinds._hedges import signs_of
from dateline.kinds._limits import Limits, Range, inside, range_of
from dateline.kinds._shared import clipped
from dateline.kinds._tally import right, untried


@dataclass(frozen=True)
class References:
    """What each limit may be; None among the ranges means that this side may stay open."""

    lower: tuple[Range | None, ...]
    upper: tuple[Range | None, ...]

    @property
    def open_above(self) -> bool:
        """Tell whether nothing limits the number from above."""
        return None in self.upper

    @property
    def open_below(self) -> bool:
        """Tell whether nothing limits the number from below."""
        return None in self.lower

    def outermost(self, side: str) -> float | None:
        """Return the limit that holds every case: the least lower one or the greatest upper one."""
        ranges = [each for each in getattr(self, side) if each is not None]
        if not ranges:
            return None
        return min(each[0] for each in ranges) if side == "lower" else max(each[1] for each in ranges)


@dataclass(frozen=True)
class Asked:
    """One item to mark: its name, what the exercise says of it, its references, its place and its weight."""

    name: str
    item: Any
    ref: References
    place: Place | None
    share: float
    named: Sequence[Any] = ()
    about_place: Place | None = None

    def wrong(self, key: str, share: float, **params: Any) -> Finding:
        """Return a finding about this item."""
        params = {"name": self.name, "unit": self.item.unit, **params}
        return Finding(key, part=self.name, possible=share, params=params, place=self.place)


def limits(given: Limits, asked: Asked) -> list[Finding]:
    """Mark a learner's limits: two thirds for the numbers, one third for the hedge where it is asked."""
    if given.blank:
        return [untried(asked.name, asked.share)]
    share = asked.share * (2 / 3 if asked.item.hedge else 1)
    given = given if given.unread else _in_percent(given, asked)
    findings = [_unread(given, asked, share)] if given.unread else _numbers(given, asked, share)
    if asked.item.hedge:
        hedge = _hedge(given, asked, asked.share - share)
        findings = _joined(findings, hedge, given, asked.ref)
    return findings + ([Finding("limits-swapped", "note", asked.name)] if given.swapped else [])


def _joined(findings: list[Finding], hedge: Finding, given: Limits, ref: References) -> list[Finding]:
    """A lost or turned hedge is the same slip as the lost or turned limit beside it: it is told once.

    A hedge beside limits that shut out nothing earns nothing: "at least 0" is true of every number.
    """
    last = findings[-1]
    if _idle(given) and last.verdict == "wrong":
        return [*findings[:-1], replace(last, possible=last.possible + hedge.possible)]
    closed = (given.upper is not None and ref.open_above) or (given.lower is not None and ref.open_below)
    if last.verdict == "wrong" and hedge.verdict == "wrong" and closed:
        return [*findings[:-1], replace(last, possible=last.possible + hedge.possible)]
    return [*findings, hedge]


def _idle(given: Limits) -> bool:
    """Tell whether limits shut out nothing: no number is below 0."""
    return not given.unread and not given.lower and given.upper is None


def _unread(given: Limits, asked: Asked, share: float) -> Finding:
    column, text = given.unread[0]
    return asked.wrong("not-a-number", share, given=text, column=column)


def _in_percent(given: Limits, asked: Asked) -> Limits:
    """Read 0.5 as 50 % where the reference is in percent."""
    numbers = [each for each in (given.lower, given.upper) if each]
    if asked.item.unit != "percent" or not numbers or max(numbers) > 1:
        return given
    return given.scaled(100) if (asked.ref.outermost("lower") or 100) > 1 else given


def _numbers(given: Limits, asked: Asked, share: float) -> list[Finding]:
    """An open end earns only beside a right limit: leaving everything blank is no answer."""
    good = {side: inside(getattr(given, side), getattr(asked.ref, side)) for side in ("lower", "upper")}
    if all(good.values()):
        return [right(asked.name, share)]
    if given.lower is None and given.upper is None:
        return [untried(asked.name, share)]
    stated = [side for side in good if good[side] and None not in getattr(asked.ref, side)]
    earned = share / 2 * len(stated)
    key, side = _key(given, asked, good)
    said = _said(given, side) if key.startswith("limit-") else _both(given)
    lost = asked.wrong(key, share - earned, given=said, side=side)
    return [right(asked.name, earned), lost] if earned else [lost]


def _key(given: Limits, asked: Asked, good: dict[str, bool]) -> tuple[str, str]:
    """Name the rule that the limits break, and the side on which they do."""
    ref, bad = asked.ref, "lower" if not good["lower"] else "upper"
    for named in asked.named:
        if _matches(given.lower, named.lower) and _matches(given.upper, named.upper):
            return named.key, bad
    if given.point:
        open_end = ref.open_above or ref.open_below
        return asked.item.point or ("bound-as-value" if open_end else "band-as-point"), bad
    if _turned(given, ref):
        return "hedge-reversed", bad
    if (bad == "upper" and ref.open_above) or (bad == "lower" and ref.open_below):
        return "bound-as-value", bad
    if _apart(given, ref):
        return "limits-elsewhere", bad
    return _size_key(getattr(given, bad), bad, ref), bad


def _apart(given: Limits, ref: References) -> bool:
    """Tell whether the limits and the results that are possible have no number in common."""
    least, most = ref.outermost("lower"), None if ref.open_above else ref.outermost("upper")
    below = given.upper is not None and least is not None and not ref.open_below and given.upper < least
    return below or (given.lower is not None and most is not None and given.lower > most)


def _size_key(value: float | None, side: str, ref: References) -> str:
    if value is None:
        return "limit-left-open"
    if any(too_fine(value, each) for each in getattr(ref, side)):
        return "false-precision"
    outer = ref.outermost(side)
    wider = outer is not None and (value < outer if side == "lower" else value > outer)
    return "limit-too-wide" if wider else "limit-too-tight"


def _said(given: Limits, side: str) -> str:
    value = getattr(given, side)
    return "open" if value is None else f"{value:,.10g}"


def _both(given: Limits) -> str:
    return f"lower {_said(given, 'lower')}, upper {_said(given, 'upper')}"


def _matches(value: float | None, spec: Any) -> bool:
    return spec is None or inside(value, [range_of(spec)])


def _turned(given: Limits, ref: References) -> bool:
    """The number is right but stands on the other side: "at most 1,000" for "more than 1,000"."""
    if ref.open_above and not ref.open_below:
        return given.lower is None and inside(given.upper, ref.lower)
    if ref.open_below and not ref.open_above:
        return given.upper is None and inside(given.lower, ref.upper)
    return False


def too_fine(value: float, accepted: Range | None) -> bool:
    """A number near a right one, but spelt out finer than the figures it comes from allow."""
    if accepted is None:
        return False
    near = min(abs(value - accepted[0]), abs(value - accepted[1])) <= 0.05 * max(abs(accepted[1]), 1e-9)
    return near and _digits(value) > max(_digits(accepted[0]), _digits(accepted[1]))


def _digits(value: float) -> int:
    """Count the significant digits of a number, trailing zeros of whole numbers aside."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


def _hedge(given: Limits, asked: Asked, share: float) -> Finding:
    if given.hedge is None:
        return Finding("hedge-missing", "untried", asked.name, possible=share)
    signs, ref = signs_of(given.hedge), asked.ref
    needed = {"more"} if ref.open_above else {"less"} if ref.open_below else set()
    said = clipped(given.hedge) or "no hedge"
    if needed and signs & ({"more", "less"} - needed):
        return asked.wrong("hedge-reversed", share, given=said)
    if asked.item.about and _needs_about(given, ref):
        needed.add("about")
    if needed - signs:
        dropped = asked.wrong("hedge-dropped", share, given=said)
        about_only = needed - signs == {"about"} and asked.about_place
        return replace(dropped, place=asked.about_place) if about_only else dropped
    return right(asked.name, share)


def _needs_about(given: Limits, ref: References) -> bool:
    """A limit worked out to the very edge of "about" does without the word; a wrong one has other faults."""
    side = "lower" if ref.open_above else "upper"
    value = getattr(given, side)
    return value is not None and inside(value, getattr(ref, side)) and value != ref.outermost(side)


def key_of_value(value: float, item: Any, ranges: list[Range | None]) -> str:
    """Name the rule that a single number breaks: a listed one, one day too many or too few, or none."""
    for spec, key in item.wrong.items():
        if inside(value, [range_of(spec)]):
            return key
    closed = [each for each in ranges if each is not None]
    if item.unit == "days" and any(abs(value - end) == 1 for each in closed for end in each):
        return "fence-post"
    return "number-not-right"
