"""Makers of test records: invented people, organisations, bases, pairings and placements."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ptman.models import (
    AcademicSupervisor,
    Agreement,
    Appointment,
    IndustrySupervisor,
    IssuedDocument,
    Organisation,
    Period,
    Person,
    Placement,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import (
    AgreementKind,
    BaseKind,
    BaseLevel,
    OrientationType,
    Origin,
    Role,
    StudyMode,
)
from ptman.models.core import Record
from ptman.rules import identifiers, pinyin

ENROLLED = date(2026, 9, 1)
TERM = (date(2026, 9, 1), date(2029, 8, 31))


def added(session: Session, record: Record) -> Any:  # noqa: ANN401 the record that was given
    """The record with its id."""
    session.add(record)
    session.flush()  # the id is wanted
    return record


def resident_id(born: str = "19990101", order: int = 1) -> str:
    """A number of region 990101, which no person can have; an odd order is a man's."""
    first17 = f"990101{born}{order:03d}"
    return first17 + identifiers.resident_id_check_digit(first17)


def person(session: Session, name: str = "张雨桐", **more: Any) -> Person:  # noqa: ANN401 columns
    values = {"name_pinyin": pinyin.full(name), "initials": pinyin.initials(name)} | more
    made: Person = added(session, Person(name=name, **values))
    return made


def student(session: Session, number: str = "22660001", name: str = "张雨桐", **more: Any) -> Student:  # noqa: ANN401 columns
    values: dict[str, Any] = {
        "cohort_year": 2026,
        "category_code": "0854",
        "study_mode": StudyMode.FULL_TIME,
        "orientation_type": OrientationType.NON_ORIENTED,
        "enrolled_on": ENROLLED,
    }
    owner = more.pop("person", None) or person(session, name)
    made: Student = added(session, Student(student_no=number, person_id=owner.id, **values | more))
    return made


def academic(session: Session, number: str = "0100001", name: str = "李伟", **more: Any) -> AcademicSupervisor:  # noqa: ANN401 columns
    owner = more.pop("person", None) or person(session, name)
    values = {"department": "工程师学院", "category_codes": "0854"} | more
    made: AcademicSupervisor = added(session, AcademicSupervisor(staff_no=number, person_id=owner.id, **values))
    return made


def organisation(session: Session, name: str = "星河通信有限公司", **more: Any) -> Organisation:  # noqa: ANN401 columns
    made: Organisation = added(session, Organisation(name=name, **more))
    return made


def industry(session: Session, number: str = "QY001", name: str = "陈静", **more: Any) -> IndustrySupervisor:  # noqa: ANN401 columns
    """With an organisation of their own where none is given."""
    owner = more.pop("person", None) or person(session, name)
    unit = more.pop("organisation", None) or organisation(session)
    values = {"expertise": "无线通信", "category_code": "0854"} | more
    made: IndustrySupervisor = added(
        session, IndustrySupervisor(supervisor_no=number, person_id=owner.id, organisation_id=unit.id, **values)
    )
    return made


def appointment(session: Session, supervisor: IndustrySupervisor, **more: Any) -> Appointment:  # noqa: ANN401 columns
    values = {"term_start": TERM[0], "term_end": TERM[1]} | more
    made: Appointment = added(session, Appointment(industry_supervisor_id=supervisor.id, **values))
    return made


def appointed(session: Session, number: str = "QY001", name: str = "陈静", **more: Any) -> IndustrySupervisor:  # noqa: ANN401 columns
    """An industry supervisor in office."""
    made = industry(session, number, name, **more)
    appointment(session, made)
    return made


def base(session: Session, number: str = "JD001", name: str = "星河实践基地", **more: Any) -> TrainingBase:  # noqa: ANN401 columns
    unit = more.pop("host", None) or organisation(session, f"{name}依托公司")
    values = {"base_kind": BaseKind.PRACTICE, "level": BaseLevel.FACULTY, "capacity_per_batch": 5} | more
    made: TrainingBase = added(session, TrainingBase(base_no=number, name=name, host_organisation_id=unit.id, **values))
    return made


def agreement(session: Session, of: TrainingBase, number: str = "XY-001", **more: Any) -> Agreement:  # noqa: ANN401 columns
    values = {"kind": AgreementKind.BASE, "title": "共建协议", "valid_from": TERM[0], "valid_to": TERM[1]} | more
    made: Agreement = added(session, Agreement(agreement_no=number, base_id=of.id, **values))
    return made


def period(session: Session, name: str = "第一批", cohort: int = 2026, **more: Any) -> Period:  # noqa: ANN401 columns
    values = {"starts_on": date(cohort + 1, 9, 1), "ends_on": date(cohort + 2, 8, 31)} | more
    made: Period = added(session, Period(cohort_year=cohort, name=name, **values))
    return made


def supervision(
    session: Session,
    of: Student,
    by: AcademicSupervisor | IndustrySupervisor,
    **more: Any,  # noqa: ANN401 columns
) -> Supervision:
    if isinstance(by, IndustrySupervisor):
        values: dict[str, Any] = {"role": Role.INDUSTRY, "industry_supervisor_id": by.id}
    else:
        values = {"role": Role.ACADEMIC, "academic_supervisor_id": by.id}
    values |= {"starts_on": ENROLLED, "origin": Origin.HAND} | more
    made: Supervision = added(session, Supervision(student_id=of.id, **values))
    return made


def placement(session: Session, of: Student, at: TrainingBase, within: Period, **more: Any) -> Placement:  # noqa: ANN401 columns
    values = {"starts_on": within.starts_on, "ends_on": within.ends_on, "origin": Origin.HAND} | more
    number = values.pop("placement_no", f"SJ-{of.student_no}-{within.cohort_year}-{within.name}")
    made: Placement = added(
        session, Placement(placement_no=number, student_id=of.id, base_id=at.id, period_id=within.id, **values)
    )
    return made


def letter(session: Session, at: TrainingBase, within: Period, students: list[Student], **more: Any) -> IssuedDocument:  # noqa: ANN401 columns
    """An issued letter whose facts name the students; its bytes are no PDF."""
    import json

    from sqlalchemy import select

    from ptman.models import DocumentSeries
    from ptman.models.choices import DocumentStatus
    from ptman.models.choices_documents import DocumentKind

    host = session.get_one(Organisation, at.host_organisation_id)
    facts = json.dumps({"rows": [{"student_no": one.student_no} for one in students]})
    seq = more.pop("seq", 1)
    values = {
        "series_id": session.scalars(
            select(DocumentSeries.id).where(DocumentSeries.kind == DocumentKind.PLACEMENT_LETTER)
        ).one(),
        "year": 2026,
        "seq": seq,
        "doc_no": f"工院函〔2026〕{seq}号",
        "kind": DocumentKind.PLACEMENT_LETTER,
        "title": "关于选派研究生开展专业实践的函",
        "addressee": host.name,
        "organisation_id": host.id,
        "period_id": within.id,
        "issued_on": date(2026, 9, 10),
        "students": len(students),
        "facts": facts,
        "facts_sha": "0" * 64,
        "template_version": "1",
        "pdf": b"%PDF",
        "pdf_sha": "0" * 64,
    }
    made: IssuedDocument = added(session, IssuedDocument(**values | more))
    sent = select(Placement).where(
        Placement.student_id.in_([one.id for one in students]), Placement.period_id == within.id
    )
    for placement in session.scalars(sent).all() if made.status is DocumentStatus.ISSUED else ():
        placement.letter_id = made.id
    return made
