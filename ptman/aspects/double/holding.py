"""Industry supervisors as the office watches them: term, load, qualification by condition, and what to mind."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.letters.certifying import CERTIFIABLE
from ptman.listing import Load
from ptman.models import Appointment, IndustrySupervisor, Organisation, Person, QualificationEvidence
from ptman.models.choices import AppointmentStatus
from ptman.register import appointing, qualifying, saving, standing
from ptman.register.qualifying import Qualified
from ptman.rules.findings import Finding, Limit, Standing
from ptman.rules.supervisors import appointments
from ptman.rules.supervisors.appointments import LOAD, Appointee, Term
from ptman.rules.supervisors.qualification import Conditions

Found = Row[IndustrySupervisor, Person, str]


@dataclass(frozen=True, slots=True)
class SupervisorRow:
    """One of them; `next` is the state of a term on its way, `certify` the appointment that has no certificate yet."""

    id: str
    number: str
    name: str
    organisation: str
    mobile: str
    load: Load
    term: standing.Term | None
    next: AppointmentStatus | None
    certify: str
    due: bool
    qualified: Qualified
    warnings: tuple[Finding, ...]

    @property
    def minded(self) -> tuple[Finding, ...]:
        """What stands out: every rule that is not kept."""
        return tuple(one for one in self.warnings if one.standing is Standing.NOT_YET)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is read once for all."""

    loads: Mapping[str, int]
    terms: Mapping[str, standing.Term]
    open: Mapping[str, AppointmentStatus]
    bare: Mapping[str, str]
    categories: Mapping[str, frozenset[str]]
    evidence: Mapping[str, frozenset[str]]
    limits: Mapping[str, Limit]
    asked: tuple[Conditions, date, bool]
    most: int
    within: int


def supervisors(session: Session, today: date) -> tuple[SupervisorRow, ...]:
    """Every one who is not retired, by number."""
    around = _around(session, today)
    query = (
        select(IndustrySupervisor, Person, Organisation.name)
        .join(Person, Person.id == IndustrySupervisor.person_id)
        .join(Organisation, Organisation.id == IndustrySupervisor.organisation_id)
        .where(IndustrySupervisor.retired_on.is_(None))
        .order_by(IndustrySupervisor.supervisor_no)
    )
    return tuple(_row(found, around, today) for found in session.execute(query))


def _row(found: Found, around: _Around, today: date) -> SupervisorRow:
    one, person, organisation = found
    term, taken = around.terms.get(one.id), around.loads.get(one.id, 0)
    most = around.most if one.max_students is None else one.max_students
    limits = dict(around.limits)
    if LOAD in limits:
        limits[LOAD] = dataclasses.replace(limits[LOAD], value=most)
    told = Appointee(person.birth_date, taken, around.categories.get(one.id, frozenset()), one.also_adjunct)
    lasting = Term("", one.id, None, term.starts_on if term else today, term.until if term else today)
    ahead = around.open.get(one.id)
    due = term is not None and ahead is None and appointments.may_renew(term.until, today, around.within)
    return SupervisorRow(
        one.id,
        one.supervisor_no,
        person.name,
        organisation,
        person.mobile or "",
        Load(taken, most),
        term,
        ahead,
        around.bare.get(one.id, ""),
        due,
        qualifying.judged(one, person, around.evidence.get(one.id, frozenset()), around.asked),
        appointments.warnings(told, lasting, limits),
    )


def _around(session: Session, today: date) -> _Around:
    year = today.year
    papers = defaultdict(set)
    held = select(QualificationEvidence.industry_supervisor_id, QualificationEvidence.kind)
    for who, kind in session.execute(held.where(QualificationEvidence.retired_on.is_(None))):
        papers[who].add(kind.value)
    on_its_way, bare, categories = _terms(session, today)
    return _Around(
        standing.loads(session, today),
        standing.terms(session, today),
        on_its_way,
        bare,
        categories,
        {who: frozenset(kinds) for who, kinds in papers.items()},
        parameters.limits(session, year),
        (qualifying.conditions(session, year), today, False),
        parameters.number(session, LOAD, year),
        parameters.number(session, appointing.RENEW_WITHIN, year),
    )


def _terms(
    session: Session, today: date
) -> tuple[dict[str, AppointmentStatus], dict[str, str], dict[str, frozenset[str]]]:
    """Terms not yet in force, those without a certificate, and the categories of those in force, by supervisor."""
    ahead: dict[str, AppointmentStatus] = {}
    bare: dict[str, str] = {}
    categories: dict[str, set[str]] = defaultdict(set)
    query = select(Appointment).where(Appointment.retired_on.is_(None), Appointment.status.not_in(saving.OVER))
    for one in session.scalars(query.order_by(Appointment.term_start)):
        if one.status is not AppointmentStatus.ACTIVE:
            ahead[one.industry_supervisor_id] = one.status
        if one.certificate_id is None and one.term_end >= today and one.status in CERTIFIABLE:
            bare[one.industry_supervisor_id] = one.id
        if one.status is not AppointmentStatus.ACTIVE:
            continue
        if one.term_end >= today and one.category_code:
            categories[one.industry_supervisor_id].add(one.category_code)
    return ahead, bare, {who: frozenset(codes) for who, codes in categories.items()}
