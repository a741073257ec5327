"""The stale radar: which live letters state what the records no longer say, and what changed (old → new)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import comparing, dispatching, paper_radar, records, stored
from ptman.letters import draft as drafting
from ptman.letters.comparing import Change, Stated, Stay
from ptman.letters.paper import PaperFacts
from ptman.models import IssuedDocument, Period, Placement
from ptman.models.choices import PlacementStatus, StudentStatus
from ptman.models.documents import LIVE
from ptman.models.placements import NEVER

Issued = Row[str, str, str, str | None, str | None, str, int]
LEFT = (StudentStatus.GRADUATED, StudentStatus.COMPLETED, StudentStatus.WITHDRAWN)
UNREADABLE = Label("函件保存的事实无法读取", "The facts kept of the letter cannot be read")


@dataclass(frozen=True, slots=True)
class Stale:
    """A live letter that is out of date; `cohort` is that of its period."""

    id: str
    doc_no: str
    cohort: int | None
    changes: tuple[Change, ...]


def stale(session: Session, today: date, cohort: int | None = None) -> tuple[Stale, ...]:
    """The live letters (of a cohort) that are out of date, by number."""
    one = IssuedDocument
    where = () if cohort is None else (Period.cohort_year == cohort,)
    return _judged(session, today, one.status.in_(LIVE), *where)


def of_letter(session: Session, key: str, today: date) -> tuple[Change, ...]:
    """What changed since this letter was issued; nothing where it is not live."""
    one = IssuedDocument
    found = _judged(session, today, one.id == key, one.status.in_(LIVE))
    return found[0].changes if found else ()


def stays(session: Session, periods: Sequence[str], today: date) -> dict[str, list[Stay]]:
    """Where every student of these periods is, by period; a cancelled placement is none."""
    hosts = records.host_names(session, today)
    rows = records.rows(session, Placement.period_id.in_(periods), Placement.status.not_in(NEVER))
    found: dict[str, list[Stay]] = defaultdict(list)
    for row, trip in zip(rows, records.trips(session, rows), strict=True):
        placement, student, _, base, period, *_ = row
        organisation = base.host_organisation_id
        found[period.id].append(
            Stay(
                placement=placement.id,
                letter=placement.letter_id,
                organisation=organisation,
                host=hosts[organisation],
                base=base.name,
                line=drafting.line(trip, named=False),
                over=placement.status in {*dispatching.DONE, PlacementStatus.TERMINATED},
                left=student.status.label.zh if student.status in LEFT else "",
            )
        )
    return found


def _judged(session: Session, today: date, *where: ColumnElement[bool]) -> tuple[Stale, ...]:
    one = IssuedDocument
    query = select(one.id, one.doc_no, one.facts, one.organisation_id, one.period_id, one.addressee, Period.cohort_year)
    letters = session.execute(
        query.outerjoin(Period, Period.id == one.period_id).where(*where).order_by(one.year, one.series_id, one.seq)
    ).all()
    here = stays(session, sorted({letter.period_id for letter in letters if letter.period_id}), today)
    hosts = records.host_names(session, today)
    found = []
    for letter in letters:
        changed = _changes(session, letter, (hosts, here), today)
        if changed:
            found.append(Stale(letter.id, letter.doc_no, letter.cohort_year, changed))
    return tuple(found)


def _changes(
    session: Session,
    letter: Issued,
    around: tuple[dict[str, str], dict[str, list[Stay]]],
    today: date,
) -> tuple[Change, ...]:
    """What no longer holds of one letter, of whatever form."""
    hosts, here = around
    try:
        stated = stored.read(letter.facts)
    except PtmanError:
        return (Change("", UNREADABLE, "", ""),)
    if isinstance(stated, PaperFacts):
        return paper_radar.changes(session, stated, today)
    host = hosts.get(letter.organisation_id or "", stated.host)
    known = Stated(letter.id, stated, letter.organisation_id or "", host)
    return comparing.changes(known, here.get(letter.period_id or "", ()), today)
