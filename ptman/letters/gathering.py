"""Reads from the records the planned placements of a cohort that have no letter yet, and what their letters state."""

from collections import defaultdict
from datetime import date
from itertools import groupby

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.errors import PtmanError
from ptman.letters.pending import Batch, Pending, Sender, Term, Trip
from ptman.models import (
    AcademicSupervisor,
    Agreement,
    DegreeCategory,
    DegreeField,
    DocumentSeries,
    IndustrySupervisor,
    Organisation,
    OrganisationName,
    Period,
    Person,
    Placement,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, DocumentKind, PlacementStatus, Role, StudentStatus

Found = Row[Placement, Student, Person, TrainingBase, Period, str | None, str]


def gather(session: Session, cohort: int, today: date) -> Pending:
    """Planned placements by host and period; a dispatched one has its letter already.

    Raises PtmanError `no-series`, `no-parameter`.
    """
    rows = _rows(session, cohort)
    going = [row for row in rows if row[1].status is StudentStatus.ENROLLED and row[1].retired_on is None]
    left_out = tuple(row[2].name for row in rows if row not in going)
    return Pending(cohort, today, _sender(session, cohort), _batches(session, going, today), left_out)


def host_names(session: Session, day: date) -> dict[str, str]:
    """The name each organisation bears on a day: a former name while it was valid, else today's."""
    names = {one.id: one.name for one in session.scalars(select(Organisation))}
    former = session.scalars(
        select(OrganisationName)
        .where(
            or_(OrganisationName.valid_from.is_(None), OrganisationName.valid_from <= day),
            or_(OrganisationName.valid_to.is_(None), OrganisationName.valid_to >= day),
            OrganisationName.retired_on.is_(None),
        )
        .order_by(OrganisationName.valid_from, OrganisationName.id)
    )
    return names | {one.organisation_id: one.name for one in former}


def _sender(session: Session, cohort: int) -> Sender:
    series = session.scalars(
        select(DocumentSeries).where(
            DocumentSeries.kind == DocumentKind.PLACEMENT_LETTER, DocumentSeries.retired_on.is_(None)
        )
    ).first()
    if series is None:
        raise PtmanError(
            "no-series",
            "没有专业实践派遣函的发文字号，不能编号。未作任何改动；请先登记机关代字。",
            "There is no document series for placement letters. Nothing was changed; add the series first.",
        )
    issuer, person, phone = (
        parameters.value(session, f"office.{part}", cohort).strip() for part in ("name", "contact", "phone")
    )
    return Sender(issuer, person, phone, series.id, series.code)


def _rows(session: Session, cohort: int) -> list[Found]:
    return list(
        session.execute(
            select(Placement, Student, Person, TrainingBase, Period, DegreeField.name, DegreeCategory.name)
            .join(Student, Student.id == Placement.student_id)
            .join(Person, Person.id == Student.person_id)
            .join(TrainingBase, TrainingBase.id == Placement.base_id)
            .join(Period, Period.id == Placement.period_id)
            .join(DegreeCategory, DegreeCategory.code == Student.category_code)
            .outerjoin(DegreeField, DegreeField.code == Student.field_code)
            .where(
                Student.cohort_year == cohort,
                Placement.status == PlacementStatus.PLANNED,
                Placement.retired_on.is_(None),
            )
            .order_by(Period.starts_on, Period.id, TrainingBase.host_organisation_id, Student.student_no)
        )
    )


def _batches(session: Session, rows: list[Found], today: date) -> tuple[Batch, ...]:
    hosts, guides, agreed = host_names(session, today), _guides(session), _agreements(session)
    linked = {one.id: _term(one) for one in session.scalars(select(Agreement).where(Agreement.retired_on.is_(None)))}
    batches = []
    for (period, name, host), found in groupby(rows, lambda row: (row[4].id, row[4].name, row[3].host_organisation_id)):
        trips = []
        for row in found:
            placement = row[0]
            own = linked.get(placement.agreement_id or "")
            terms = [own] if own else []
            terms += agreed[placement.base_id]
            trips.append(_trip(row, guides, tuple(dict.fromkeys(terms))))
        batches.append(Batch(host, hosts[host], period, name, tuple(trips)))
    return tuple(batches)


def _trip(row: Found, guides: dict[tuple[str, Role], str], terms: tuple[Term, ...]) -> Trip:
    placement, student, person, base, _, field, category = row
    return Trip(
        placement=placement.id,
        version=placement.version,
        student_no=student.student_no,
        name=person.name,
        gender=person.gender.label.zh if person.gender else "",
        field=field or category,
        post=placement.post_name or placement.project_title or "",
        base=base.name,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        academic=guides.get((student.id, Role.ACADEMIC), ""),
        industry=guides.get((student.id, Role.INDUSTRY), ""),
        agreements=terms,
    )


def _guides(session: Session) -> dict[tuple[str, Role], str]:
    """The names of the supervisors each student has now."""
    own = or_(AcademicSupervisor.person_id == Person.id, IndustrySupervisor.person_id == Person.id)
    rows = session.execute(
        select(Supervision.student_id, Supervision.role, Person.name)
        .outerjoin(AcademicSupervisor, AcademicSupervisor.id == Supervision.academic_supervisor_id)
        .outerjoin(IndustrySupervisor, IndustrySupervisor.id == Supervision.industry_supervisor_id)
        .join(Person, own)
        .where(Supervision.ends_on.is_(None), Supervision.retired_on.is_(None))
    )
    return {(student, role): name for student, role, name in rows}


def _agreements(session: Session) -> dict[str, list[Term]]:
    """The agreements on each base."""
    rows = session.scalars(
        select(Agreement)
        .where(Agreement.kind == AgreementKind.BASE, Agreement.base_id.is_not(None), Agreement.retired_on.is_(None))
        .order_by(Agreement.valid_from, Agreement.id)
    )
    found: dict[str, list[Term]] = defaultdict(list)
    for one in rows:
        found[one.base_id or ""].append(_term(one))
    return found


def _term(one: Agreement) -> Term:
    return Term(one.valid_from, None if one.auto_renew else one.valid_to)
