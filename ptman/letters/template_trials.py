"""A template tried on real students: the page it would make, what each blank holds, and every fault by name."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.letters import (
    amending,
    comparing,
    gathering,
    records,
    template_papers,
    template_text,
    typeset,
    value_words,
    words,
)
from ptman.letters import draft as drafting
from ptman.letters.blanks import Blank
from ptman.letters.comparing import Change
from ptman.letters.dispatching import GOING
from ptman.letters.draft import Said
from ptman.letters.facts import LetterFacts
from ptman.letters.paper import PaperFacts
from ptman.letters.pending import Batch, Sender
from ptman.letters.template_text import TemplateText
from ptman.letters.value_words import Value
from ptman.letters.word_faults import Fault
from ptman.models import Period, Person, Placement, Student, TrainingBase

MOST = 500
_UNNUMBERED = "〔{}〕号"


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """A student whose letter can be tried; `key` is that of the placement."""

    key: str
    who: str


@dataclasses.dataclass(frozen=True, slots=True)
class Trial:
    """What a template makes of one letter: `pdf` is empty where no page can be set, and `why` says why.

    `samples` are the blanks with what they hold, for picking; `faults` have their places in the words.
    """

    pdf: bytes
    why: Label | None
    faults: tuple[Fault, ...]
    samples: tuple[tuple[Blank, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Trouble:
    """The faults of a template in one letter, by the host and its students."""

    host: str
    batch: str
    students: tuple[str, ...]
    faults: tuple[Fault, ...]


def examples(session: Session, family: str, lang: Lang = Lang.ZH) -> tuple[Example, ...]:
    """Students who go somewhere, newest period first; for another family the records its documents are about."""
    if not _is_letter(family, lang):
        return tuple(Example(key, who) for key, who in template_papers.records(session, family))
    query = (
        select(Placement.id, Person.name, TrainingBase.name, Period.name)
        .join(Student, Student.id == Placement.student_id)
        .join(Person, Person.id == Student.person_id)
        .join(TrainingBase, TrainingBase.id == Placement.base_id)
        .join(Period, Period.id == Placement.period_id)
        .where(Placement.retired_on.is_(None), Placement.status.in_(GOING))
        .order_by(Period.starts_on.desc(), Student.student_no)
        .limit(MOST)
    )
    return tuple(Example(key, f"{name} · {base} · {period}") for key, name, base, period in session.execute(query))


def preview(session: Session, text: TemplateText, example: str, today: date) -> Trial:
    """The letter of one student's host and period in these words, as a draft with a watermark."""
    if not _is_letter(text.family, text.lang):
        plan, held = template_papers.drawn(session, text, example, today)
        return _set(text, held, plan.facts)
    batch, sender = _letter_of(session, example, today)
    used = template_text.in_words(text)
    known = _values(text.family, batch, sender, today)
    said = Said(used, words.fill(used, known), today)
    return _set(text, known, drafting.facts_of(batch, sender, sender.code + _UNNUMBERED.format(today.year), said))


def _set(text: TemplateText, known: Mapping[str, Value], facts: LetterFacts | PaperFacts) -> Trial:
    """The page as a draft; what the blanks hold and the faults with their places, also where no page can be set."""
    faults = words.fill(template_text.in_words(text), known).faults
    samples = tuple((blank, _sample(blank, known, text)) for blank in words.vocabulary(text.family).blanks)
    try:
        return Trial(typeset.pdf(facts, draft=True), None, faults, samples)
    except PtmanError as error:
        return Trial(b"", error.sentence, faults, samples)


def check_papers(session: Session, text: TemplateText, today: date) -> tuple[Trouble, ...]:
    """Every document of another family that these words do not fit; what cannot be gathered is left out."""
    found = []
    for key, who in template_papers.records(session, text.family):
        try:
            _, held = template_papers.drawn(session, text, key, today)
        except PtmanError:
            continue
        faults = words.fill(template_text.in_words(text), held).faults
        if faults:
            found.append(Trouble(who, "", (), faults))
    return tuple(found)


def whole(session: Session, text: TemplateText, cohorts: Sequence[int], today: date) -> tuple[Trouble, ...]:
    """Every document of the office that these words do not fit."""
    if not _is_letter(text.family, text.lang):
        return check_papers(session, text, today)
    return tuple(one for cohort in cohorts for one in check(session, text, cohort, today))


def check(session: Session, text: TemplateText, cohort: int, today: date) -> tuple[Trouble, ...]:
    """Every letter of a cohort that these words do not fit, by name; nothing changes."""
    rows = records.rows(session, Student.cohort_year == cohort, Placement.status.in_(GOING))
    sender = gathering.sender(session, cohort)
    used = template_text.in_words(text)
    found = []
    for batch in gathering.batches(session, rows, today):
        filled = words.fill(used, _values(text.family, batch, sender, today))
        if filled.faults:
            names = tuple(trip.name for trip in batch.trips)
            found.append(Trouble(batch.host, batch.period_name, names, filled.faults))
    return tuple(found)


def _is_letter(family: str, lang: Lang) -> bool:
    """Whether it is one of those drafted for all hosts at once."""
    return family in {words.DISPATCH, words.CHANGE} and lang is Lang.ZH


def _letter_of(session: Session, example: str, today: date) -> tuple[Batch, Sender]:
    """The whole letter that a student's placement belongs to."""
    one = session.get(Placement, example)
    base = session.get(TrainingBase, one.base_id) if one else None
    if one is None or base is None:
        raise PtmanError(
            "no-example",
            "这名学生的安排已不在文件中。请换一名学生。",
            "The placement of this student is no longer in the file. Choose another student.",
        )
    period = session.get_one(Period, one.period_id)
    host = TrainingBase.host_organisation_id == base.host_organisation_id
    rows = records.rows(session, Placement.period_id == period.id, Placement.status.in_(GOING), host)
    (batch,) = gathering.batches(session, rows, today)
    return batch, gathering.sender(session, period.cohort_year)


def _values(family: str, batch: Batch, sender: Sender, today: date) -> Mapping[str, Value]:
    known = words.values(batch, sender, today)
    if family != words.CHANGE:
        return known
    return known | amending.values(_before(batch, sender, today), _changed(batch))


def _before(batch: Batch, sender: Sender, today: date) -> LetterFacts:
    """A letter that could have gone out before, for a change letter to cite."""
    said = drafting.written(batch, dataclasses.replace(sender, dispatch=None), today)
    return drafting.facts_of(batch, sender, drafting.numbered(sender, today, 1), said)


def _changed(batch: Batch) -> tuple[Change, ...]:
    """An industry supervisor who was not yet known: the commonest change."""
    first = batch.trips[0]
    guide = Label("企业导师", "Industry supervisor")
    return (Change(first.name, guide, "", first.industry or comparing.HOST.zh, first.student_no),)


def _sample(blank: Blank, known: Mapping[str, Value], text: TemplateText) -> str:
    return value_words.written(known.get(blank.key), "", text.lang) or ""
