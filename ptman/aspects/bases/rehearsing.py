"""Carries a change of a placement out and takes it back, to say beforehand what it brings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import ledgers
from ptman.aspects.bases import changing
from ptman.labels import Choice, Label, same
from ptman.ledgers import Practice
from ptman.letters import radar
from ptman.listing import Load
from ptman.models import Placement, PlacementChange, Student, TrainingBase
from ptman.register import agreed, insured, seats, titles
from ptman.register.cards import Ref
from ptman.rules import findings, months
from ptman.rules.findings import Standing


class Side(Choice):
    """What a change bears upon."""

    STAYS = "stays", "实践", "Placement"
    LEDGER = "ledger", "台账", "Ledger"
    SEATS = "seats", "名额", "Seats"
    COVER = "cover", "手续", "Formalities"
    LETTERS = "letters", "函件", "Letters"


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing as it is and as it would be; `bad` where somebody has to see to it."""

    side: Side
    what: Label
    before: Label
    after: Label
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What the change brings, and how many letters would no longer say what is so."""

    ref: Ref
    title: Label
    effects: tuple[Effect, ...]
    letters: int


class Rehearsed(Exception):  # noqa: N818 - no failure: it carries the answer out of a write that is taken back
    """Ends a rehearsal, so that nothing of it is kept."""

    def __init__(self, found: Rehearsal) -> None:
        super().__init__("rehearsed")
        self.found = found


Pairs = dict[str, Label]
GOOD = Label("具备", "in order")
NO_AGREEMENT = Label("首日无有效协议", "no agreement on its first day")
NOT_INSURED = Label("保险未覆盖全程", "not insured to the end")
NONE = same("—")


@dataclass(frozen=True, slots=True)
class _Moment:
    stays: Pairs
    ledger: Pairs
    seats: dict[str, Load]
    cover: Pairs
    letters: frozenset[str]


def rehearse(session: Session, ref: Ref, today: date) -> None:
    """Raises Rehearsed with what it brings; PtmanError as `changing.carry_out`."""
    change = session.get_one(PlacementChange, ref.id)
    placement = session.get_one(Placement, change.placement_id)
    bases = tuple(key for key in dict.fromkeys((placement.base_id, change.new_base_id)) if key)
    kind = change.kind.label
    title = Label(
        f"{kind.zh}：{titles.one(session, 'placement', placement.id)}",
        f"{kind.en}: {titles.one(session, 'placement', placement.id)}",
    )
    before = _moment(session, placement, bases, today)
    changing.carry_out(session, ref, today)
    session.flush()  # what follows reads what has just been written
    after = _moment(session, placement, bases, today)
    told = tuple(_letters(session, after.letters - before.letters, today))
    effects = (*_told(Side.STAYS, before.stays, after.stays), *_told(Side.LEDGER, before.ledger, after.ledger))
    effects += (*_loads(before, after), *_told(Side.COVER, before.cover, after.cover), *told)
    raise Rehearsed(Rehearsal(ref, title, effects, len(told)))


def _moment(session: Session, placement: Placement, bases: tuple[str, ...], today: date) -> _Moment:
    student = session.get_one(Student, placement.student_id)
    practice = ledgers.ledger(session, student.id, today)
    filled = seats.seats(session, today, student.cohort_year)
    loads = {
        session.get_one(TrainingBase, key).name: filled.loads[key, placement.period_id]
        for key in bases
        if (key, placement.period_id) in filled.loads
    }
    letters = frozenset(one.id for one in radar.stale(session, today))
    return _Moment(_stays(practice), _ledger(practice), loads, _cover(session, practice), letters)


def _stays(practice: Practice) -> Pairs:
    return {
        f"{one.number} {one.base}": same(f"{one.days.start} – {one.days.end}").plus(one.status, " · ")
        for one in practice.placed
    }


def _ledger(practice: Practice) -> Pairs:
    """The months counted, those planned included, and every requirement."""
    whole = findings.length(months.carried(months.total(practice.ledger.pieces)))
    gaps = same("、".join(f"{one.start} – {one.end}" for one in practice.ledger.gaps) or "—")
    found = {"合计（含计划）\nIn all, plans included": whole, "空档\nGaps": gaps}
    return found | {f"{one.label.zh}\n{one.label.en}": one.standing.label for one in practice.findings}


def _cover(session: Session, practice: Practice) -> Pairs:
    """Agreement and insurance of the placements that are not over."""
    found: Pairs = {}
    covers = insured.covers(session)
    for one in practice.placed:
        row = session.get_one(Placement, one.id)
        if row.left_on is None:
            fine = agreed.of_placement(session, row)
            found[f"{one.number} 协议\n{one.number} agreement"] = GOOD if fine else NO_AGREEMENT
            fine = insured.judge(row, covers).met
            found[f"{one.number} 保险\n{one.number} insurance"] = GOOD if fine else NOT_INSURED
    return found


def _told(side: Side, before: Pairs, after: Pairs) -> Iterator[Effect]:
    """What differs; a thing that is new or gone too."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, NONE), after.get(key, NONE)
        if old != new:
            zh, _, en = key.partition("\n")
            worse = new in (NO_AGREEMENT, NOT_INSURED) or old == Standing.MET.label
            yield Effect(side, Label(zh, en or zh), old, new, bad=worse)


def _loads(before: _Moment, after: _Moment) -> Iterator[Effect]:
    for name, load in after.seats.items():
        old = before.seats.get(name)
        if old != load:
            yield Effect(Side.SEATS, same(name), same(str(old)), same(str(load)), bad=load.taken > load.of)


def _letters(session: Session, keys: frozenset[str], today: date) -> Iterator[Effect]:
    for one in radar.stale(session, today):
        if one.id in keys:
            said = [change.said() for change in one.changes]
            after = Label("；".join(label.zh for label in said), "; ".join(label.en for label in said))
            yield Effect(
                Side.LETTERS, same(one.doc_no), Label("与记录一致", "agrees with the records"), after, bad=True
            )
