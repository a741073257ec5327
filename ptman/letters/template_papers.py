"""Templates of the other families tried on real records: each on one record of the kind its documents are about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ptman.letters import drawing, template_text
from ptman.letters.blanks import BlankKind
from ptman.letters.dispatching import GOING
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.gather import gathering
from ptman.letters.template_text import TemplateText
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import (
    Agreement,
    Appointment,
    IndustrySupervisor,
    Organisation,
    Period,
    Person,
    Placement,
    Student,
    TitleApplication,
    TrainingClass,
    TrainingTrainee,
)
from ptman.models.choices_bases import AgreementStatus

MOST = 300
_UNNUMBERED = "〔{}〕号"


def records(session: Session, family: str, most: int = MOST) -> tuple[tuple[str, str], ...]:
    """Id and name of the records that a document of this family can be about."""
    what = catalogue.family(family)
    if what.by_reissue:  # it cites a letter that is out of date, and there may be none
        return ()
    rows = session.execute(_OF[what.subject].limit(most))
    return tuple((str(key), " · ".join(str(part) for part in said if part)) for key, *said in rows)


def drawn(session: Session, text: TemplateText, record: str, today: date) -> tuple[PaperDraft, Mapping[str, Value]]:
    """The document these words make about a record, and what its blanks hold. PtmanError where it cannot be gathered.

    A question that must be answered gets its usual answer, or its own name.
    """
    family = catalogue.family(text.family)
    wish = Wish(text.family, (record,), _given(family, today), text.lang.value)
    gathered = gathering.gather(session, wish, today)
    doc_no = gathered.office.code + _UNNUMBERED.format(today.year)
    own = {text.lang: template_text.in_words(text)}
    plan = drawing.draw(gathered, wish, doc_no, today, own)
    return plan, drawing.values_of(gathered, wish, doc_no, today, text.lang)


def _given(family: Family, today: date) -> tuple[tuple[str, str], ...]:
    usual = {BlankKind.NUMBER: "1", BlankKind.DATE: today.isoformat()}
    asked = (ask for ask in family.asks if ask.required and not ask.usual.zh)
    return tuple((ask.key, usual.get(ask.kind, f"{ask.label.zh}||{ask.label.en}")) for ask in asked)


_STAYS = (
    select(Placement.id, Person.name, Period.name)
    .join(Student, Student.id == Placement.student_id)
    .join(Person, Person.id == Student.person_id)
    .join(Period, Period.id == Placement.period_id)
    .where(Placement.retired_on.is_(None), Placement.status.in_(GOING))
    .order_by(Period.starts_on.desc(), Student.student_no)
)
_STUDENTS = (
    select(Student.id, Person.name, Student.student_no)
    .join(Person, Person.id == Student.person_id)
    .where(Student.retired_on.is_(None))
    .order_by(Student.cohort_year.desc(), Student.student_no)
)
_APPOINTMENTS = (
    select(Appointment.id, Person.name, Appointment.term_start)
    .join(IndustrySupervisor, IndustrySupervisor.id == Appointment.industry_supervisor_id)
    .join(Person, Person.id == IndustrySupervisor.person_id)
    .where(Appointment.retired_on.is_(None))
    .order_by(Appointment.term_start.desc(), Person.name)
)
_AGREEMENTS = (
    select(Agreement.id, Agreement.agreement_no, Agreement.title)
    .where(Agreement.retired_on.is_(None), Agreement.valid_to.is_not(None), Agreement.status == AgreementStatus.SIGNED)
    .order_by(Agreement.valid_to, Agreement.agreement_no)
)
_ORGANISATIONS = (
    select(Organisation.id, Organisation.name).where(Organisation.retired_on.is_(None)).order_by(Organisation.name)
)
_TRAINEES = (
    select(TrainingTrainee.id, TrainingTrainee.name, TrainingClass.name)
    .join(TrainingClass, TrainingClass.id == TrainingTrainee.class_id)
    .where(TrainingTrainee.retired_on.is_(None))
    .order_by(TrainingClass.starts_on.desc(), TrainingTrainee.seq)
)
_TITLES = (
    select(TitleApplication.id, Person.name, TitleApplication.application_no)
    .join(Student, Student.id == TitleApplication.student_id)
    .join(Person, Person.id == Student.person_id)
    .where(TitleApplication.retired_on.is_(None))
    .order_by(TitleApplication.application_no.desc())
)
_OF: Mapping[Subject, Select[*tuple[Any, ...]]] = {  # Any: rows of an id and what names it
    Subject.PLACEMENTS: _STAYS,
    Subject.PLACEMENT: _STAYS,
    Subject.STUDENTS: _STUDENTS,
    Subject.STUDENT: _STUDENTS,
    Subject.APPOINTMENT: _APPOINTMENTS,
    Subject.AGREEMENT: _AGREEMENTS,
    Subject.ORGANISATION: _ORGANISATIONS,
    Subject.TRAINEE: _TRAINEES,
    Subject.TITLE: _TITLES,
}
