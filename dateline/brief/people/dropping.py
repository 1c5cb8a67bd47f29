"""What a paragraph gives as somebody's word, told as a fact."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.brief.ground.facts import Facts, ideas_within
from dateline.brief.ground.names import Mention
from dateline.brief.ground.negation import has_negation
from dateline.brief.ground.passages import Ground
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.cued import Cued
from dateline.brief.language.verbs import is_participle
from dateline.brief.language.wording import Word, ideas, is_light, words
from dateline.brief.people.claimants import accepts
from dateline.brief.people.quoting import look_up
from dateline.brief.people.said import ENOUGH, MARGIN, NEAR, Said, best_of, keeps_silent, speakers_of
from dateline.brief.people.saying import is_reporting
from dateline.brief.people.tellings import (
    Matter,
    Telling,
    ids,
    matter,
    same_figure,
    spoken_in,
    tells_of_them,
)
from dateline.brief.people.unnamed import listed
from dateline.brief.people.voices import OUTLET, Voice
from dateline.findings import Finding
from dateline.marks import fold

_ASKED = Cued(
    r"\b[A-Z]\w+ (?:had |has )?"
    r"(?:questioned|asked|polled|surveyed|interviewed|put (?:its |his |her |the )?questions)\b",
    cues="questioned|asked|polled|surveyed|interviewed|questions",
)
_SCENE = re.compile(
    r"\b(?:at|during|after|amid|following|throughout)\s+the\s+[a-z]+"
    r"(?:\s+(?:of|off|in|at|on|near|outside|over|against)\s+(?:the\s+)?[\w'’]+)*",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:until|till|before|after|once|when|as soon as|while)\s+(?:the|its|their|an?)\s[^,;:.\d]{3,50}",
    re.IGNORECASE,
)
_WHAT = re.compile(  # "To clear the town would be …", "Moving everyone would be …": what is judged behind it
    r"\A\W*(?:To\s+\w+|[A-Z]\w+ing)\s[^,;:.]{3,60}?(?=\s(?:would|will|might|could|is|was)\b)"
)
_APPOSITION = re.compile(
    r",\s+(?P<said>(?:the|a|an|its|his|her|their|[A-Z][\w’']*[’']s|(?P<done>\w+))\s+[^,;:.“”]{3,60}),",
    re.IGNORECASE,
)
_COUNTS_ON = Cued(
    r"\b(?:is|was|are|were) the (?:other|second|third|last)\W*$"
    r"|^\W*(?:The (?:other|second|third)|Another) (?:is|was)\b",
    cues="other|second|third|last",
)
_CLAUSE = re.compile(r",\s+(?:which|who|(?:even\s+)?though|although|while|whereas)\b[^,;]*$", re.IGNORECASE)
_PAUSE = re.compile(r"[,;]")
_ALIKE = 0.1  # pieces that fit so much less than the best one fit as well
_OWN_ACCOUNT = Cued(
    r"\b(?:by|on|in|at)\s+(?:its|his|her|their)\s+own\s+(?:account|count|reckoning|admission|figures?|estimate|words|telling)\b",
    cues=" own ",
)
_SOMEBODY = re.compile(
    r"\W*(?:The|A|An)\s+(?:[a-z]+\s+)?(?P<who>[a-z]+)\s+(?:of|behind|who|that|which|in charge of)\s"
)
_WRITERS = frozenset(("author", "writer", "architect", "man", "woman"))
_SMALL = frozenset(("us", "s1", "s2", "union", "party"))  # of a role they name nobody


def judge(said: Said) -> list[Finding]:
    """Name a statement that a paragraph gives as somebody's word and a clause gives to nobody."""
    if any(keeps_silent(voice, said) for voice in said.spoken):
        return []
    return _judge(said, said.about(said.span), said.spoken) or _main_clause(said)


def _main_clause(said: Said) -> list[Finding]:
    """Judge the rest of a sentence whose speakers all speak in a clause apart, as stated by the brief itself.

    "The ministry, which has called the dam safe, will move everyone" names nobody who says that they will.
    """
    apart = [_CLAUSE.search(said.facts.text[: voice.verb[0]], said.span[0]) for voice in said.spoken]
    if not apart or not all(apart) or any(mention.person for mention in said.facts.names):
        return []
    ends = (_PAUSE.search(said.facts.text, voice.verb[1], said.span[1]) for voice in said.spoken)
    pairs = zip((each for each in apart if each), ends, strict=True)
    spans = [(begin.start(), end.start() if end else said.span[1]) for begin, end in pairs]
    return _judge(said, matter(said.facts, said.ground, [said.span], spans), ())


def _judge(said: Said, about: Matter, spoken: Sequence[Voice]) -> list[Finding]:
    given = {voice.id for voice in (*spoken, *said.inherited)}
    if "" in given or about.weight < ENOUGH:
        return []
    best, pieces = best_of(about, said.tellings)
    if best < NEAR:
        return []
    fitting = [piece for piece in pieces if about.share(piece) == best]
    if any(OUTLET in piece.speakers and tells_of_them(piece) for piece in fitting):
        return []
    pieces = _but_for_the_saying(said, _by_own_words(said, pieces))
    best = max((about.share(piece) for piece in pieces), default=0.0)
    if best < NEAR:
        return []
    wanted = _of_figures(about, pieces, said.ground) or speakers_of(pieces)
    if not wanted or OUTLET in wanted:
        return []
    named = {m.id for m in _named(said)}
    if said.before and (_is_quotation(said.facts) or _goes_on_of(said.facts)):
        given.add(said.before)
    if (given | named) & wanted or is_of_paper(pieces, said):
        return []
    if not said.before and any(id in said.ground.names.people for id in wanted) and _is_of_somebody(said):
        return []
    if any(accepts(piece, id, said.ground) for piece in pieces for id in given):
        return []
    if _is_denied_by(given, about, best, said) or have_its_figure(given, about, said):
        return []
    if _is_quoted(given, said) or (not given and not named and _is_by_own_account(said)):
        return []
    if (
        _is_called_otherwise(wanted, said)
        or _is_weighed(said)
        or _is_only_the_scene(said)
        or _tells_who_asked(said)
        or _is_in_passing(said, pieces)
        or _is_told_elsewhere(about, best, pieces, said)
    ):
        return []
    if any(voice.id == OUTLET for voice in spoken):
        return [Finding("outlet-as-speaker", possible=1, params={}, place=pieces[0].place)]
    dropped = Finding("attribution-dropped", possible=1, params={}, place=pieces[0].place)
    return [as_question(dropped) if not given and _is_said_by_somebody(said) else dropped]


def _is_by_own_account(said: Said) -> bool:
    """ "The firm that mends the quay is behind, by its own account": it says so, however it is called."""
    return _OWN_ACCOUNT.search(said.facts.text, *said.span) is not None


def _is_said_by_somebody(said: Said) -> bool:
    """ "The author of the plan called it a remedy": somebody says so, and who that is a person must tell."""
    opens = _SOMEBODY.match(said.facts.text, said.span[0])
    if not opens or opens["who"].lower() not in listed("bodies") | listed("unnamed") | _WRITERS:
        return False
    begins, ends = opens.end(), said.span[1]
    inside = [at for at, word in enumerate(said.facts.words) if begins <= word.start < ends]
    return any(is_reporting(said.facts, at) for at in inside)


def _is_of_somebody(said: Said) -> bool:
    """ "She said in January": whom the sentence means, another of the page tells."""
    words = said.facts.words
    inside = [at for at, word in enumerate(words) if said.span[0] <= word.start < said.span[1] and at]
    return any(words[at - 1].low in ("he", "she") and is_reporting(said.facts, at) for at in inside)


def _is_denied_by(given: Collection[str], about: Matter, best: float, said: Said) -> bool:
    """ "The army insisted that none of its men had been there" for "the army denied that its men had been
    there": as much is said by the one who denies it as by the one who says it."""
    fitting = [piece for piece in said.tellings if about.share(piece) >= best - _ALIKE]
    denied = has_negation(said.facts) and [p for p in fitting if has_negation(p.passage.facts)]
    return bool(denied) and any(accepts(piece, id, said.ground) for piece in denied for id in given)


def _named(said: Said) -> list[Mention]:
    """Whoever a clause names, but for those who own what another does something to: the mission of "the
    council has held up the mission's trucks" is not said to say so."""
    inside = [m for m in said.facts.names if said.span[0] <= m.start < said.span[1]]
    plain = fold(said.facts.text)
    owners = [m for m in inside if plain.startswith("'s ", m.end)]
    doers = [m for m in inside if m not in owners]
    return [m for m in inside if m not in owners or not any(each.end <= m.start for each in doers)]


def have_its_figure(given: Collection[str], about: Matter, said: Said) -> bool:
    """ "By the agency's count at most 25,000 people fled", where others tell of more who fled: what is the
    agency's has the figure, and theirs has not."""
    for mine in about.figures:
        told = [p for p in said.tellings if any(same_figure(mine, theirs) for theirs in p.figures)]
        if told and all(any(accepts(piece, id, said.ground) for id in given) for piece in told):
            return True
    return False


def _is_quoted(given: Collection[str], said: Said) -> bool:
    """Tell whether a clause quotes whomever it names: the words are theirs, whatever else is alike."""
    spans = [span for span in said.facts.quotations if said.span[0] <= span[0] < said.span[1]]
    for start, end in spans:
        found = look_up(said.facts.text[start:end], said.cited)
        for piece in said.tellings if found else ():
            inside = piece.passage is found.passage and piece.span[0] <= found.spans[0][0] < piece.span[1]
            if inside and any(accepts(piece, id, said.ground) for id in given):
                return True
    return False


def is_of_paper(pieces: Sequence[Telling], said: Said) -> bool:
    """ "The second poll was taken in May": a sentence that speaks of the paper gives it as its source."""
    inside = [word for word in said.facts.words if said.span[0] <= word.start < said.span[1]]
    papers = {word.stem for word in inside} & listed("papers")
    told = {id[1:] for piece in pieces for id in piece.speakers if id.startswith("?")}
    return bool(papers) and bool(told & listed("papers"))


def _tells_who_asked(said: Said) -> bool:
    """ "58 per cent of the islanders Tally questioned wanted to stay": whose poll it is."""
    shares = any(c.figure.unit == "percent" for c in said.facts.figures)
    return shares and bool(_ASKED.search(said.facts.text, *said.span))


def _is_weighed(said: Said) -> bool:
    """ "The figure of 40 hours was not contested by the company": the report tells what is made of a claim,
    which is called one."""
    inside = [word for word in said.facts.words if said.span[0] <= word.start < said.span[1]]
    made = {word.stem for word in inside} & listed("reactions")
    called = any(word.low in listed("claims") for word in inside)
    told = (piece for piece in said.tellings if OUTLET in piece.speakers)
    own = {word.stem for piece in told for word in _words_of(piece)}
    return called and bool(made & own)


def _words_of(piece: Telling) -> list[Word]:
    return [word for word in piece.passage.facts.words if piece.span[0] <= word.start < piece.span[1]]


def _is_told_elsewhere(about: Matter, best: float, pieces: Sequence[Telling], said: Said) -> bool:
    """Tell whether another cited paragraph says nearly all of it in the report's own voice."""
    here = {piece.passage.place for piece in pieces}
    others = [p for p in said.tellings if OUTLET in p.speakers and p.passage.place not in here]
    return any(about.share(piece) >= max(NEAR, best - MARGIN) for piece in others)


def _is_only_the_scene(said: Said) -> bool:
    """ "No arrests were made at the protest": the report tells of the arrests; of where, somebody else; so
    with what a clause opens with ("To clear the town would be …")."""
    return any(_is_outside(scene, said) for scene in (_SCENE, _WHEN, _WHAT))


def _is_outside(scene: re.Pattern[str], said: Said) -> bool:
    """Tell whether the report itself tells what a clause says but for where or when it is set."""
    dates = [date.start for date in said.facts.dates]  # "until it opens in April": that may be the matter
    spans = [match.span() for match in scene.finditer(said.facts.text, *said.span)]
    spans = [(a, b) for a, b in spans if scene is _SCENE or not any(a < date < b for date in dates)]
    if not spans:
        return False
    about = matter(said.facts, said.ground, [said.span], spans)
    best, pieces = best_of(about, said.tellings)
    nearest = [piece for piece in pieces if about.share(piece) >= best]
    fits = best >= NEAR and about.weight >= ENOUGH and bool(nearest)
    return fits and all(OUTLET in piece.speakers for piece in nearest)


def _is_in_passing(said: Said, pieces: Sequence[Telling]) -> bool:
    """ "The camp is the largest in Tarvia" for "will close the camp, the country's largest, …, the minister
    said", "was built in 1962" for "…, built in 1962, …": what an apposition says is the report's own."""
    dates = [(date.start, date.end) for date in said.facts.dates]
    inside = [word for word in said.facts.words if said.span[0] <= word.start < said.span[1]]
    inside = [word for word in inside if not any(a <= word.start < b for a, b in dates)]
    verb = next((at for at, word in enumerate(inside) if word.low in ("is", "are", "was", "were")), None)
    told = [word for word in inside[verb + 1 :] if not is_light(word)] if verb else []
    for piece in pieces:
        found = _APPOSITION.finditer(piece.passage.text, *piece.span)
        there = [words(m["said"]) for m in found if not m["done"] or is_participle(words(m["done"])[0])]
        aside = {idea for said_of in there for word in said_of for idea in ideas(word.stem)}
        known = [bool(ideas(word.stem) & piece.passage.known) for word in told]
        if told and all(known) and ideas(told[0].stem) & aside:
            return True
    return False


def _but_for_the_saying(said: Said, pieces: Sequence[Telling]) -> Sequence[Telling]:
    """ "The dam is safe" for "the ministry has called the dam safe": the report tells only of the calling."""
    theirs = [piece for piece in pieces if OUTLET not in piece.speakers]
    if not theirs or len(theirs) == len(pieces):
        return pieces
    inside = [at for at, word in enumerate(said.facts.words) if said.span[0] <= word.start < said.span[1]]
    if any(is_reporting(said.facts, at) for at in inside):
        return pieces
    return [piece for piece in pieces if not any(_tells_of(piece, other, said) for other in theirs)]


def _tells_of(piece: Telling, other: Telling, said: Said) -> bool:
    """Tell whether a piece holds the verb that makes somebody say another piece."""
    if OUTLET not in piece.speakers or piece.passage is not other.passage:
        return False
    spoken = (v for v in spoken_in(piece.passage, said.ground) if v.key in other.speakers)
    begins, ends = piece.span
    return any(begins <= v.verb[0] and v.verb[1] <= other.span[0] < ends for v in spoken)


def _by_own_words(said: Said, pieces: Sequence[Telling]) -> list[Telling]:
    """Of pieces of one paragraph that fit alike, those with most in their own words: "it" stands for much."""
    inside = zip(said.facts.words, said.facts.ideas, strict=True)
    mine = [i for word, i in inside if said.span[0] <= word.start < said.span[1] and not word.light]
    there = [ideas_within(piece.passage.facts, piece.span) for piece in pieces]
    own = [len(mine) - sum(map(told.isdisjoint, mine)) for told in there]
    most: dict[tuple[str, int], int] = {}
    for piece, count in zip(pieces, own, strict=True):
        most[piece.passage.place] = max(count, most.get(piece.passage.place, 0))
    return [p for p, count in zip(pieces, own, strict=True) if count == most[p.passage.place]]


def _is_quotation(facts: Facts) -> bool:
    """Tell whether a sentence is nothing but a quotation, as in a block quote behind "She said:"."""
    return all(any(a <= word.start < b for a, b in facts.quotations) for word in facts.words)


def _is_called_otherwise(wanted: frozenset[str], said: Said) -> bool:
    """ "The ministry warned" for the Education Ministry, "the mayor expected" for her who is mayor."""
    called = {word for id in wanted if id.startswith("?") for word in id[1:].split()}
    for id in wanted:
        party = said.ground.names.people.get(id) or said.ground.names.organisations.get(id)
        if party is not None:
            called |= {word.low for word in words(party.role)} | {party.name.lower().split()[-1]}
    inside = [at for at, word in enumerate(said.facts.words) if said.span[0] <= word.start < said.span[1]]
    plain = {said.facts.words[at].low for at in inside if not is_light(said.facts.words[at])}
    held = listed("minds") & listed("seeing")  # what somebody plans is no word of his
    told = any(is_reporting(said.facts, at) or said.facts.words[at].stem in held for at in inside)
    return bool(plain & called - _SMALL) and told


def _goes_on_of(facts: Facts) -> bool:
    """ "He named two missions", "watching the wall is the other": what opens with a pronoun, or counts on
    from the sentence before, goes on with whoever was told of."""
    opens = bool(facts.words) and facts.words[0].low in ("he", "she")
    return opens or bool(_COUNTS_ON.search(facts.text))


def _of_figures(about: Matter, pieces: Sequence[Telling], ground: Ground) -> frozenset[str]:
    """Whose a figure is by the key; one that is the report's own too needs nobody's name."""
    theirs = [
        f for piece in pieces for f in piece.figures if any(same_figure(mine, f) for mine in about.figures)
    ]
    return frozenset().union(*(ids(figure.attributed, ground.names) for figure in theirs))
