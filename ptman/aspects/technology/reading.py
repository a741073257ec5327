"""Reads technology contracts with their parties, money, checks and the students who work in them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, same
from ptman.models import ContractPayment, Organisation, TechContract, TechMember, TechProject
from ptman.models.choices_technology import ContractStatus, ContractType, PaymentStatus, TechRole
from ptman.register import tech_guards
from ptman.rules.findings import Finding
from ptman.rules.machines.transfer import CONTRACT_PAYMENT, TECH_CONTRACT

US = Label("本院", "Us")
_OWED = frozenset(
    {
        ContractStatus.SIGNED,
        ContractStatus.REGISTERING,
        ContractStatus.REGISTERED,
        ContractStatus.NOT_REGISTERED,
        ContractStatus.PERFORMING,
        ContractStatus.PAUSED,
        ContractStatus.ACCEPTED,
    }
)
"""Money is owed once a contract is signed, until it is settled or broken off."""


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment; `late` where its day is past and not all has come."""

    id: str
    seq: int
    planned_on: date
    planned: int
    status: PaymentStatus
    invoiced_on: date | None
    received_on: date | None
    received: int
    late: bool


@dataclass(frozen=True, slots=True)
class Money:
    """Cents: planned, invoiced (received or not), received, and what is overdue."""

    planned: int
    invoiced: int
    received: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract as the ledger shows it; `seen` is what its days say of its state, such as past its term."""

    id: str
    number: str
    name: str
    kind: ContractType
    status: ContractStatus
    seen: Label | None
    project: str
    project_id: str
    buyer: Label
    seller: Label
    signed_on: date | None
    valid_to: date | None
    amount: int | None
    tech_amount: int | None
    registration_no: str
    money: Money
    instalments: tuple[Instalment, ...]
    checks: tuple[Finding, ...]
    students: tuple[tuple[str, str], ...]

    @property
    def open_checks(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.checks if not one.met)


def contracts(session: Session, today: date) -> tuple[Contract, ...]:
    """Every contract by its number, those that were retired left out."""
    one = TechContract
    found = session.scalars(select(one).where(one.retired_on.is_(None)).order_by(one.contract_no)).all()
    units = dict(session.execute(select(Organisation.id, Organisation.name)).all())
    projects = {row.id: row for row in session.scalars(select(TechProject))}
    team = _students(session)
    paid = _instalments(session, today)
    return tuple(_contract(session, row, (units, projects, team, paid), today) for row in found)


_Around = tuple[dict[str, str], dict[str, TechProject], dict[str, list[tuple[str, str]]], dict[str, list[Instalment]]]


def _contract(session: Session, row: TechContract, around: _Around, today: date) -> Contract:
    units, projects, team, paid = around
    project = projects.get(row.project_id or "")
    due = row.status in _OWED
    instalments = tuple(one if due else replace(one, late=False) for one in paid.get(row.id, ()))
    seen = TECH_CONTRACT.seen(str(row.status), {"valid_to": row.valid_to}, today)
    return Contract(
        id=row.id,
        number=row.contract_no,
        name=row.name,
        kind=row.contract_type,
        status=row.status,
        seen=seen.label if seen else None,
        project=f"{project.project_no} {project.name}" if project else "",
        project_id=project.id if project else "",
        buyer=_unit(units, row.buyer_id),
        seller=_unit(units, row.seller_id),
        signed_on=row.signed_on,
        valid_to=row.valid_to,
        amount=row.amount,
        tech_amount=row.tech_amount,
        registration_no=row.registration_no or "",
        money=money(instalments),
        instalments=instalments,
        checks=tech_guards.judge(session, row, today),
        students=tuple(team.get(row.project_id or "", ())),
    )


def money(instalments: tuple[Instalment, ...]) -> Money:
    return Money(
        sum(one.planned for one in instalments),
        sum(one.planned for one in instalments if one.status is not PaymentStatus.PLANNED),
        sum(one.received for one in instalments),
        sum(max(one.planned - one.received, 0) for one in instalments if one.late),
    )


def _unit(units: dict[str, str], key: str | None) -> Label:
    return same(units[key]) if key else US


def _students(session: Session) -> dict[str, list[tuple[str, str]]]:
    """By project the students in its team, id and name."""
    one = TechMember
    rows = session.scalars(
        select(one).where(one.role == TechRole.STUDENT, one.student_id.is_not(None), one.retired_on.is_(None))
    )
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.seq):
        found[row.project_id].append((row.student_id or "", row.name))
    return found


def _instalments(session: Session, today: date) -> dict[str, list[Instalment]]:
    one = ContractPayment
    found: dict[str, list[Instalment]] = defaultdict(list)
    for row in session.scalars(select(one).where(one.retired_on.is_(None)).order_by(one.seq)):
        seen = CONTRACT_PAYMENT.seen(str(row.status), {"planned_on": row.planned_on}, today)
        late = seen is not None and seen.key == "overdue"
        found[row.contract_id].append(
            Instalment(
                row.id,
                row.seq,
                row.planned_on,
                row.planned,
                row.status,
                row.invoiced_on,
                row.received_on,
                row.received or 0,
                late,
            )
        )
    return found
