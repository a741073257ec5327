"""The records a document of a family can be about, for choosing: by number, name and what tells them apart."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.letters import dispatching, records
from ptman.letters.certifying import CERTIFIABLE
from ptman.letters.families.family import Family, Subject
from ptman.letters.gather import title_holders, trainees
from ptman.letters.gather.candidate import Candidate
from ptman.letters.gather.stays import AWAY
from ptman.models import (
    Agreement,
    Appointment,
    DegreeCategory,
    IndustrySupervisor,
    Organisation,
    Person,
    Placement,
    Student,
    TrainingBase,
)
from ptman.models.choices_bases import AgreementStatus
from ptman.models.placements import GONE


def candidates(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    """Those that may be chosen, in the order of their numbers."""
    return _OF[family.subject](session, family, today)


def _placements(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    there = Placement.status.not_in(GONE)
    wanted = there if family.key != "completion" else Placement.status.in_(dispatching.DONE)
    if family.key == "placement_letter":
        wanted = Placement.status.in_(dispatching.WAITING)
    names = records.host_names(session, today)
    found = []
    for placement, student, person, base, period, *_ in records.rows(session, wanted, Student.status.not_in(AWAY)):
        host = names[base.host_organisation_id]
        detail = f"{host} · {base.name} · {period.cohort_year} {period.name} · {placement.status.label.zh}"
        group = f"{base.host_organisation_id}:{period.id}"
        found.append(Candidate(placement.id, student.student_no, person.name, detail, group))
    return tuple(found)


def _students(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    del family, today
    rows = session.execute(
        select(Student.id, Student.student_no, Person.name, Student.cohort_year, DegreeCategory.name)
        .join(Person, Person.id == Student.person_id)
        .join(DegreeCategory, DegreeCategory.code == Student.category_code)
        .where(Student.retired_on.is_(None), Student.status.not_in(AWAY))
        .order_by(Student.cohort_year.desc(), Student.student_no)
    )
    return tuple(Candidate(key, number, name, f"{cohort} · {kind}") for key, number, name, cohort, kind in rows)


def _appointments(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    del family
    rows = session.execute(
        select(Appointment, IndustrySupervisor.supervisor_no, Person.name, Organisation.name)
        .join(IndustrySupervisor, IndustrySupervisor.id == Appointment.industry_supervisor_id)
        .join(Person, Person.id == IndustrySupervisor.person_id)
        .join(Organisation, Organisation.id == IndustrySupervisor.organisation_id)
        .where(
            Appointment.retired_on.is_(None),
            Appointment.status.in_(CERTIFIABLE),
            Appointment.term_end >= today,
        )
        .order_by(IndustrySupervisor.supervisor_no, Appointment.term_start)
    )
    return tuple(
        Candidate(one.id, number, name, f"{unit} · {one.term_start} – {one.term_end}")
        for one, number, name, unit in rows
    )


def _agreements(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    del family
    names = records.host_names(session, today)
    rows = session.execute(
        select(Agreement, TrainingBase.host_organisation_id)
        .outerjoin(TrainingBase, TrainingBase.id == Agreement.base_id)
        .where(
            Agreement.retired_on.is_(None),
            Agreement.valid_to.is_not(None),
            Agreement.auto_renew.is_(False),
            Agreement.status == AgreementStatus.SIGNED,
        )
        .order_by(Agreement.valid_to, Agreement.agreement_no)
    )
    return tuple(
        Candidate(one.id, one.agreement_no, one.title, f"{names.get(host, '')} · {one.valid_from} – {one.valid_to}")
        for one, host in rows
    )


def _organisations(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    del family
    names = records.host_names(session, today)
    rows = session.scalars(
        select(Organisation).where(Organisation.retired_on.is_(None)).order_by(Organisation.name, Organisation.id)
    )
    return tuple(Candidate(one.id, one.uscc or "", names[one.id], one.address or "") for one in rows)


_OF: Mapping[Subject, Callable[[Session, Family, date], tuple[Candidate, ...]]] = {
    Subject.PLACEMENTS: _placements,
    Subject.PLACEMENT: _placements,
    Subject.STUDENTS: _students,
    Subject.STUDENT: _students,
    Subject.APPOINTMENT: _appointments,
    Subject.AGREEMENT: _agreements,
    Subject.ORGANISATION: _organisations,
    Subject.TRAINEE: trainees.candidates,
    Subject.TITLE: title_holders.candidates,
}
