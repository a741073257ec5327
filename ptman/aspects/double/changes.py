"""Changes of supervisor: the requests by state with what the rules say of them, new ones, their form, the letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.double import naming
from ptman.labels import Label, Lang
from ptman.letters import making, radar
from ptman.letters.comparing import Change
from ptman.letters.drawing import PaperDraft
from ptman.letters.gather import answers, named
from ptman.letters.issuing import Issued
from ptman.letters.wish import Wish
from ptman.models import IssuedDocument, Placement, Student, SupervisorChange
from ptman.models.choices import Role
from ptman.models.choices_double import ChangeReason, ChangeStatus
from ptman.models.documents import LIVE
from ptman.register import handover, staleness
from ptman.register.cards import Ref
from ptman.rules.findings import Finding, Standing

FAMILY = "supervisor_change"
SETTLED = frozenset({ChangeStatus.EFFECTIVE, ChangeStatus.REJECTED, ChangeStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One request; `days` since it was applied for, `minded` the rules that are not kept or not known."""

    ref: Ref
    number: str
    student: str
    student_no: str
    student_name: str
    role: Role
    old: str
    new: str
    reason: ChangeReason
    status: ChangeStatus
    applied_on: date
    effective_on: date | None
    days: int
    investigate: bool
    form: str
    minded: tuple[Finding, ...]

    @property
    def open(self) -> bool:
        return self.status not in SETTLED

    @property
    def effective(self) -> bool:
        return self.status is ChangeStatus.EFFECTIVE


@dataclass(frozen=True, slots=True)
class StaleLetter:
    """A live letter that names the student and no longer says what is so."""

    id: str
    number: str
    changes: tuple[Change, ...]


def requests(session: Session, today: date) -> tuple[ChangeRow, ...]:
    """Every request, the open ones first, each by the day it was applied for."""
    query = select(SupervisorChange).where(SupervisorChange.retired_on.is_(None))
    found = session.scalars(query.order_by(SupervisorChange.applied_on, SupervisorChange.request_no)).all()
    names = naming.names(session)
    numbers = _forms(session, found)
    rows = [_row(session, one, (names, numbers), today) for one in found]
    return tuple(sorted(rows, key=lambda one: not one.open))


def form(session: Session, key: str, today: date, language: str = Lang.ZH.value) -> PaperDraft:
    """The approval form of a request as it would be issued. PtmanError as `letters.making.draft`."""
    return making.draft(session, _wish(session, session.get_one(SupervisorChange, key), language), today)


def issue_form(session: Session, ref: Ref, drawn: PaperDraft, today: date) -> Issued:
    """Issue the form under its number and keep it with the request, as one step. PtmanError `draft-stale`."""
    staleness.refuse_other_version(session, ref)
    made = making.issue(session, drawn, today)
    session.get_one(SupervisorChange, ref.id).form_id = made.id
    return made


def letters(session: Session, student: str, today: date) -> tuple[StaleLetter, ...]:
    """Live letters that name the student and are out of date: to be reissued."""
    cohort = session.get_one(Student, student).cohort_year
    named = naming_letters(session, [student])
    found = {one.id: one for one in (*radar.stale(session, today, cohort), *radar.stale(session, today))}
    return tuple(StaleLetter(one.id, one.doc_no, one.changes) for one in found.values() if one.id in named)


def naming_letters(session: Session, students: Sequence[str]) -> frozenset[str]:
    """The live letters that were made for these students' placements, or name their numbers."""
    numbers = session.scalars(select(Student.student_no).where(Student.id.in_(students))).all()
    sent = session.scalars(select(Placement.letter_id).where(Placement.student_id.in_(students)))
    found = {key for key in sent if key}
    live = select(IssuedDocument.id, IssuedDocument.facts).where(IssuedDocument.status.in_(LIVE))
    for key, facts in session.execute(live):
        if any(number in facts for number in numbers):
            found.add(key)
    return frozenset(found)


def _row(session: Session, one: SupervisorChange, known: tuple[naming.Names, dict[str, str]], today: date) -> ChangeRow:
    names, forms = known
    pair, student = handover.both(one), names.students[one.student_id]
    findings = () if one.status in SETTLED else handover.verdict(session, one, today).findings
    return ChangeRow(
        Ref(FAMILY, one.id, one.version),
        one.request_no,
        one.student_id,
        student.number,
        student.name,
        one.role,
        names.people[pair.old].name if pair.old else "",
        names.people[pair.new].name,
        one.reason_code,
        one.status,
        one.applied_on,
        one.effective_on,
        (today - one.applied_on).days,
        one.investigate,
        forms.get(one.form_id or "", ""),
        tuple(finding for finding in findings if finding.standing is not Standing.MET),
    )


def _forms(session: Session, found: Sequence[SupervisorChange]) -> dict[str, str]:
    keys = [one.form_id for one in found if one.form_id]
    rows = session.execute(select(IssuedDocument.id, IssuedDocument.doc_no).where(IssuedDocument.id.in_(keys)))
    return {key: number for key, number in rows}  # noqa: C416 dict() would take it for a mapping


def _wish(session: Session, one: SupervisorChange, language: str) -> Wish:
    """Every answer in both languages; the words of the applicant stand as they are."""
    name = naming.names(session).people[handover.both(one).new].name
    which = (Role.INDUSTRY if one.role is Role.INDUSTRY else Role.ACADEMIC).label
    why, more = one.reason_code.label, one.reason_text
    reason = Label(f"{why.zh}：{more}", f"{why.en}: {more}") if more else why
    given = (
        ("which", _both(which)),
        ("new", _both(Label(name, named.latin(name)))),
        ("reason", _both(reason)),
        ("applied_on", one.applied_on.isoformat()),
    )
    return Wish(FAMILY, (one.student_id,), given, language)


def _both(said: Label) -> str:
    return f"{said.zh}{answers.BETWEEN}{said.en}"
