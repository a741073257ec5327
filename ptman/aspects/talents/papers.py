"""Every paper of the training of talents, by what it is of: a student, a cohort, a training class."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents import (
    auditing,
    certifying,
    dossier,
    forms,
    reading,
    reported,
    sheets,
    summaries,
)
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import PracticeAssessment, PracticeReport, TrainingClass, TrainingTrainee
from ptman.models.choices_talents import ReportKind
from ptman.register import titles
from ptman.register.sender import sender
from ptman.reports.report import Report


def plan_of(session: Session, student_id: str, today: date, lang: Lang) -> Report:
    """Application and plan of practice (D07). PtmanError `no-record`, `no-parameter`."""
    return forms.plan(dossier.gather(session, student_id), sender(session, today, lang), today)


def midterm_of(session: Session, student_id: str, today: date, lang: Lang) -> Report:
    """Midterm check (D08). PtmanError `no-record`, `no-parameter`."""
    mine = select(PracticeReport).where(
        PracticeReport.student_id == student_id, PracticeReport.kind == ReportKind.MIDTERM
    )
    report = session.scalars(mine.order_by(PracticeReport.cycle.desc())).first()
    return forms.midterm(dossier.gather(session, student_id), report, sender(session, today, lang), today)


def assessment_of(session: Session, student_id: str, today: date, lang: Lang) -> Report:
    """Assessment of practice (D09), of the last attempt. PtmanError `no-record`, `no-assessment`, `no-parameter`."""
    about = dossier.gather(session, student_id)
    mine = select(PracticeAssessment).where(PracticeAssessment.student_id == student_id)
    one = session.scalars(mine.order_by(PracticeAssessment.attempt_no.desc())).first()
    if one is None:
        raise PtmanError(
            "no-assessment",
            f"{about.name}还没有实践考核记录。没有生成文书；请先在“培养进程”中登记考核。",
            f"{about.name} has no assessment of practice. No paper was made; open one on the page “Path” first.",
        )
    return forms.assessment(about, one, sender(session, today, lang), today)


def audit_of(session: Session, student_id: str, today: date, lang: Lang) -> Report:
    """The degree audit of one student. PtmanError `no-record`, `no-parameter`."""
    found = auditing.audits(session, None, today, student_id)
    if not found:
        raise titles.gone("student")
    return sheets.audit(found[0], sender(session, today, lang), today)


def progress_of(session: Session, cohort: int | None, today: date, lang: Lang) -> Report:
    """Milestones of a cohort. PtmanError `no-parameter`."""
    return summaries.progress(reading.matrix(session, cohort, today), sender(session, today, lang), today)


def reminder_of(session: Session, cohort: int | None, today: date, lang: Lang) -> Report:
    """The reports of a cohort that are late. PtmanError `no-parameter`."""
    return summaries.reminder(reported.reports(session, cohort, today), sender(session, today, lang), today)


def certifications_of(session: Session, today: date, lang: Lang) -> Report:
    """Certifications of every cohort. PtmanError `no-parameter`."""
    found = certifying.tallies(session, certifying.certificates(session, today))
    return summaries.certifications(found, sender(session, today, lang), today)


def roster_of(session: Session, class_id: str, today: date, lang: Lang) -> Report:
    """The trainees of a class. PtmanError `no-record`, `no-parameter`."""
    one = session.get(TrainingClass, class_id)
    if one is None:
        raise titles.gone("training_class")
    mine = select(TrainingTrainee).where(TrainingTrainee.class_id == class_id).order_by(TrainingTrainee.seq)
    return sheets.roster(one, session.scalars(mine).all(), sender(session, today, lang), today)
