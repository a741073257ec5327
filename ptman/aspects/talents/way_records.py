"""What else happened on a student's way: guidance, the assessment of practice, titles, letters that name them."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents.rows import Pupil, Shade
from ptman.aspects.talents.way_parts import Mark
from ptman.labels import Label, same
from ptman.models import GuidanceRecord, IssuedDocument, PracticeAssessment, TitleApplication
from ptman.models.choices import DocumentStatus
from ptman.models.choices_talents import AssessmentStatus
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.models.documents import LIVE

LOST = frozenset(
    {
        TitleApplicationStatus.PRELIM_FAILED,
        TitleApplicationStatus.REVIEW_FAILED,
        TitleApplicationStatus.REJECTED,
        TitleApplicationStatus.REVOKED,
    }
)
DEFENCE, ASSESSED = Label("实践答辩", "Defence of practice"), Label("实践考核", "Assessment of practice")
APPLIED = Label("职称申报", "Applied for the title")
QUALIFIED, CERTIFIED = Label("取得资格", "Qualified"), Label("发证", "Certificate")
LONGEST = 40


def guidance(session: Session, student_id: str) -> tuple[Mark, ...]:
    """Every time, by day: at which stage, by whom, how, about what."""
    one = GuidanceRecord
    mine = select(one).where(one.student_id == student_id, one.retired_on.is_(None)).order_by(one.guided_on)
    return tuple(
        Mark(
            "guidance_record",
            row.id,
            row.stage.label,
            row.guided_on,
            Shade.DONE,
            row.role.label.plus(row.mode.label, " · ").plus(same(row.content[:LONGEST]), " · "),
        )
        for row in session.scalars(mine)
    )


def assessments(session: Session, student_id: str) -> tuple[Mark, ...]:
    """Defence and confirmation of each attempt."""
    one = PracticeAssessment
    mine = select(one).where(one.student_id == student_id, one.retired_on.is_(None)).order_by(one.attempt_no)
    found = []
    for row in session.scalars(mine):
        failed = row.status is AssessmentStatus.FAILED
        to_come = row.status is AssessmentStatus.DEFENCE_SCHEDULED
        for label, on, shade, planned in (
            (DEFENCE, row.defence_on, Shade.OPEN if to_come else Shade.DONE, to_come),
            (ASSESSED, row.confirmed_on, Shade.FAILED if failed else Shade.DONE, False),
        ):
            if on is not None:
                found.append(Mark("practice_assessment", row.id, label, on, shade, row.status.label, planned))
    return tuple(found)


def titles(session: Session, student_id: str) -> tuple[Mark, ...]:
    """Submitted, qualified, certified; what failed is said with the submission."""
    one = TitleApplication
    mine = select(one).where(one.student_id == student_id, one.retired_on.is_(None)).order_by(one.application_no)
    return tuple(mark for row in session.scalars(mine) for mark in _of_title(row))


def letters(session: Session, pupil: Pupil) -> tuple[Mark, ...]:
    """Documents that name the student's number, on the day of issue; the last one in front where they share a day."""
    one = IssuedDocument
    query = select(one.id, one.kind, one.doc_no, one.status, one.issued_on).where(
        one.facts.contains(f'"{pupil.number}"', autoescape=True), one.retired_on.is_(None)
    )
    return tuple(
        Mark("issued_document", key, kind.label, on, _standing(status), same(number).plus(status.label, " · "))
        for key, kind, number, status, on in session.execute(query.order_by(one.issued_on, one.doc_no))
    )


def _of_title(row: TitleApplication) -> Iterator[Mark]:
    lost = Shade.FAILED if row.status in LOST else Shade.SUBMITTED
    days: tuple[tuple[Label, date | None, Shade], ...] = (
        (APPLIED, row.submitted_on, lost),
        (QUALIFIED, row.qualified_on, Shade.DONE),
        (CERTIFIED, row.cert_issued_on, Shade.DONE),
    )
    said = same(f"{row.application_no} {row.target_title}").plus(row.status.label, " · ")
    for label, on, shade in days:
        if on is not None:
            yield Mark("title_application", row.id, label, on, shade, said)


def _standing(status: DocumentStatus) -> Shade:
    if status is DocumentStatus.VOID:
        return Shade.FAILED
    return Shade.DONE if status in LIVE else Shade.CONDITIONAL
