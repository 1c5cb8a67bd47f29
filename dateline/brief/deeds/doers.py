"""Who stands round a verb: its agent and its object, active, passive, as noun or as relative clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dateline.brief.ground.acts import Act, reader_of
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import Mention, Names, nations
from dateline.brief.language.once import once
from dateline.brief.language.posts import body_of
from dateline.brief.language.verbs import Reader, is_ing, is_participle, is_past, listed
from dateline.brief.language.wording import Word, is_light, words
from dateline.lexicon import joined

_WHICH = frozenset(("which", "whom"))
_PART = re.compile(r"[;:,()–—]|\.\s")  # parts one piece of a sentence from the next
# A pronoun is the object itself, and behind "and" another verb may begin: "to defend it and fight them".
_NO_OBJECT = frozenset(("it", "them", "him", "us", "me", "and", "or", "but"))
_OBJECT_LEADS = ("on", "against", "of", "upon")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a text: ids of people and organisations of the case, and the nations named."""

    ids: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.ids or self.nations)


NOBODY = Party()


class Cast:
    """The agents and objects of the acts of one text; `before` is whom a pronoun may mean."""

    def __init__(self, facts: Facts, names: Names, before: str = "") -> None:
        self.facts, self.names, self.before = facts, names, before

    @cached_property
    def reader(self) -> Reader:
        """What reads its verbs."""
        return reader_of(self.facts)

    def agent(self, act: Act) -> Party:
        """Return who does an act, NOBODY when the text names none.

        >>> from dateline import open_case
        >>> from dateline.brief.ground.acts import acts
        >>> from dateline.brief.ground.facts import facts_of
        >>> names = Names(open_case("syria-withdrawal"))
        >>> facts = facts_of("Troops were ordered out by Trump.", names, "2019")
        >>> [sorted(Cast(facts, names).agent(act).ids) for act in acts(facts) if act.passive]
        [['trump']]
        """
        if act.noun:
            leads = ("by", "from") if self.facts.words[act.at].stem in listed("from_somebody") else ("by",)
            return self._owner(act.at) or self._behind(act.at, leads)
        if act.passive or self.reader.low(act.at + 1) == "by":  # "a government led by Veld"
            return self._behind(act.at, ("by",))
        return self._subject(act.at) if self._is_finite(act.at) else NOBODY

    def object(self, act: Act) -> Party:
        """Return to whom an act is done, NOBODY when the text names none."""
        if act.noun:
            return self._behind(act.at, _OBJECT_LEADS)
        if act.passive:
            return self._subject(act.at)
        return self._relative(act.at) or self._direct(act.at)

    def _is_finite(self, at: int) -> bool:
        """An infinitive or a gerund has no subject of its own, nor has "the withdrawn gift"."""
        word, group = self.facts.words[at], self.reader.group(at)
        if is_participle(word) and self.reader.low(at - 1) in listed("determiners"):
            return False
        return bool(group.modal or group.do or group.be or group.have) or (
            word.low != word.stem and not is_ing(word) and not group.to
        )

    def _subject(self, at: int) -> Party:
        """The nearest noun phrase before a verb that no preposition leads."""
        group = self.reader.group(at)
        for here in self.reader.before(group.first, 16):
            low = self.reader.low(here)
            if low in ("he", "she", "it") and not self._led(here):
                return self._meant(here, low)
            if low in ("who", "which", "that") and here == self.reader.back(group.first):
                return self._antecedent(here)
            party = self._party(here)
            if party and not self._led(here):
                return NOBODY if self._describes(here, group.first) else self._joined(party, here)
            if self._ends(here, low):
                return NOBODY
        return NOBODY

    def _describes(self, subject: int, at: int) -> bool:
        """ "Marrak puts the number of people turned back at 200": no deed of the subject."""
        between = [here for here in self.reader.before(at, 16) if here > subject]
        if not between or self.reader.low(between[0]) in listed("prepositions"):
            return False
        lows = {self.reader.low(here) for here in between}
        verbs = [here for here in between[1:] if self._has_object(here)]
        return bool(verbs) and not lows & {"and", "or", "but", "that", "which", "who", "then"}

    def _has_object(self, at: int) -> bool:
        """Tell whether a word is a verb right before "the number", "a town", "its people"."""
        word = self.facts.words[at]
        finite = is_past(word) or (word.low.endswith("s") and word.low != word.stem)
        return finite and self.reader.low(at + 1) in listed("determiners")

    def _joined(self, party: Party, here: int) -> Party:
        """ "Marrak and Orrin met": both are subjects."""
        mention = next((m for m in self.facts.names if m.start <= self.facts.words[here].start < m.end), None)
        start = mention.start if mention else self.facts.words[here].start
        ahead = [at for at, word in enumerate(self.facts.words) if word.end <= start]
        if len(ahead) < 2 or self.reader.low(ahead[-1]) not in ("and", "or"):
            return party
        other = self._party(ahead[-2])
        return Party(party.ids | other.ids, party.nations | other.nations, party.text)

    def _ends(self, here: int, low: str) -> bool:
        """A plain noun that no preposition leads is the subject, though nobody of the case."""
        word = self.facts.words[here]
        plain = not is_light(word) and not word.is_name and low not in listed("prepositions")
        return (
            plain
            and not self._led(here)
            and self.reader.low(here + 1) not in ("of", "'s")
            and not self._party(here)
        )

    def _direct(self, at: int) -> Party:
        """The object right behind a verb, small words and a preposition of aim left out."""
        for gap, here in enumerate(self.reader.behind(at, 6)):
            low = self.reader.low(here)
            parted = _PART.search(self.facts.text, self.facts.words[at].end, self.facts.words[here].start)
            if low in _NO_OBJECT or (gap and parted):
                return NOBODY
            if party := self._party(here):
                return party
            if low in listed("prepositions") and not (gap == 0 and low in _OBJECT_LEADS):
                return NOBODY
            if not is_light(self.facts.words[here]) and gap > 2:
                return NOBODY
        return NOBODY

    def _relative(self, at: int) -> Party:
        """ "the forces, whom Turkey considers terrorists": the object stands before the clause."""
        if self.facts.forms.isdisjoint(_WHICH):
            return NOBODY
        for here in self.reader.before(at, 8):
            if self.reader.low(here) in _WHICH and here != self.reader.back(self.reader.group(at).first):
                return self._antecedent(here)
        return NOBODY

    def _antecedent(self, here: int) -> Party:
        """The party named last before a relative pronoun, places left out."""
        for at in range(here - 1, max(-1, here - 9), -1):
            party = self._party(at)
            person = any(id in self.names.people for id in party.ids)
            if party and (person or self._lead(at) not in ("in", "at", "near", "from", "to", "into")):
                return party
        return NOBODY

    def _meant(self, here: int, low: str) -> Party:
        person = low in ("he", "she")
        start = self.facts.words[here].start
        if not person and self.reader.low(here - 1) == "which":  # "asked the board for a report, which it …"
            ahead = [m for m in self.facts.names if m.end <= start and not m.person]
            return self._of(ahead[-2]) if len(ahead) > 1 else NOBODY
        found = [
            m for m in self.facts.names if m.end <= start and m.person == person and not self._led_at(m.start)
        ]
        if found:
            return self._of(found[-1])
        return self._of_id(self.before) if person and self.before else NOBODY

    def _owner(self, at: int) -> Party:
        """ "Turkey's invasion", "the Turkish attack", "his order"."""
        for here in self.reader.before(at, 4):
            low = self.reader.low(here)
            if low in listed("prepositions") or low in ("the", "a", "an", "no", "said", "says"):
                return NOBODY
            party = self._party(here)
            if party:
                return party
        return NOBODY

    def _behind(self, at: int, leads: tuple[str, ...]) -> Party:
        for gap, here in enumerate(self.reader.behind(at, 12)):
            if self.reader.low(here) in leads:
                for there in self.reader.behind(here, 5):
                    if party := self._party(there):
                        return party
                    if self.reader.low(there) in listed("prepositions"):
                        break
                return NOBODY
            if "by" not in leads and gap:
                return NOBODY
        return NOBODY

    def _party(self, at: int) -> Party:
        word = self.facts.words[at]
        mention = next((m for m in self.facts.names if m.start <= word.start < m.end), None)
        if mention is not None:
            return self._of(mention)
        found = frozenset(nations([word]))
        if self.reader.low(at + 1) in joined("places", "borders", "soil"):
            return NOBODY  # "the Turkish border" is a place
        return Party(frozenset(), found, word.text) if found else NOBODY

    def _of(self, mention: Mention) -> Party:
        party = self._of_id(mention.id)
        return Party(party.ids, party.nations, self.facts.text[mention.start : mention.end])

    def _of_id(self, id: str) -> Party:
        return Party(frozenset((id,)), nations_of(id, self.names), id)

    def _led(self, at: int) -> bool:
        return self._led_at(self._start(at))

    def _led_at(self, start: int) -> bool:
        """Tell whether a preposition leads a noun phrase, or a verb whose object it is."""
        lead = self._lead_word(start)
        if lead is not None and lead.low in ("and", "or"):  # "of the United States and Turkey"
            before = [word for word in self.facts.words if word.end <= lead.start]
            joined = bool(before) and bool(self._party(self.facts.words.index(before[-1])))
            return joined and self._led_at(before[-1].start)
        if lead is None or lead.low in ("said", "says", "say"):
            return False  # "people said Norrick was preparing": a clause begins, no object
        if lead.stem in listed("verbs_only") or is_ing(lead) or (is_past(lead) and lead.low != "had"):
            return True
        return lead.low in listed("prepositions")

    def _lead(self, at: int) -> str:
        lead = self._lead_word(self._start(at))
        return lead.low if lead else ""

    def _start(self, at: int) -> int:
        """Where the name begins that a word belongs to."""
        start = self.facts.words[at].start
        return next((m.start for m in self.facts.names if m.start <= start < m.end), start)

    def _lead_word(self, start: int) -> Word | None:
        """The word before a noun phrase in the same part of the sentence, its own small words left out."""
        ahead = [word for word in self.facts.words if word.end <= start]
        while ahead:
            if _PART.search(self.facts.text[ahead[-1].end : start]):
                return None
            if ahead[-1].low not in listed("noun_fillers") and not nations(ahead[-1:]):
                return ahead[-1]
            start = ahead.pop().start
        return None


def names_them(facts: Facts, party: Party, names: Names) -> bool:
    """Tell whether a text names a party anywhere, or the state or people that it belongs to."""
    if any(mention.id in party.ids for mention in facts.names):
        return True
    return bool(party.nations & nations(facts.words)) and is_wide(party, names)


def nations_of(id: str, names: Names) -> frozenset[str]:
    """The nations to which a person or organisation of the case belongs, by name, alias or role."""
    return _nations_of(names, id)


@once
def _nations_of(names: Names, id: str) -> frozenset[str]:
    party = names.people.get(id) or names.organisations.get(id)
    if party is None:
        return frozenset()
    named = nations(words(" . ".join((party.name, *party.aliases))))
    return frozenset(named or nations(words(party.role)))


def is_wide(party: Party, names: Names) -> bool:
    """Tell whether a party is a state or its people at large, for whom a member may stand."""
    for id in party.ids:
        entry = names.organisations.get(id)
        if entry is None or not nations(words(entry.name)):
            return False
    return True


def differ(one: Party, other: Party, names: Names) -> bool:
    """Tell whether two parties cannot be the same: other people, and not a state and one of its own."""
    if not one or not other or one.ids & other.ids:
        return False
    if any(_belongs(a, b, names) or _belongs(b, a, names) for a in one.ids for b in other.ids):
        return False
    return not (one.nations & other.nations and (is_wide(one, names) or is_wide(other, names)))


def _belongs(member: str, whole: str, names: Names) -> bool:
    """Tell whether somebody leads or speaks for an organisation, by the role that the case gives."""
    entry = names.people.get(member) or names.organisations.get(member)
    if entry is None:
        return False
    return whole == body_of(entry.role, names.organisations) or any(
        m.id == whole for m in names.find(entry.role)
    )
