"""Invents technology transfer: projects with students in their teams, and contracts with their money."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import (
    ContractPayment,
    Person,
    Placement,
    Student,
    TechContract,
    TechMember,
    TechParty,
    TechProject,
    TechRight,
    TrainingBase,
)
from ptman.models.choices_technology import (
    ContractStatus,
    ContractType,
    LicenceKind,
    Ownership,
    PaymentMode,
    PaymentStatus,
    PriceMethod,
    ProjectStage,
    RightKind,
    TechRole,
)
from ptman.samples import technology_rows as rows


def add(session: Session, bases: Sequence[TrainingBase], today: date) -> None:
    students = session.execute(
        select(Student.id, Person.name)
        .join(Person, Student.person_id == Person.id)
        .where(Student.id.in_(select(Placement.student_id)))
        .order_by(Student.student_no)
        .limit(len(rows.PROJECTS) * 2)
    ).all()
    for at, (name, subject, leader) in enumerate(rows.PROJECTS):
        base = bases[at % len(bases)]
        made = TechProject(project_no=f"JX-{today.year}-{at + 1:02d}", name=name, subject=subject, base_id=base.id)
        made.partner_id, made.stage = base.host_organisation_id, ProjectStage.RUNNING
        made.starts_on, made.ends_on = today - timedelta(days=300 - 40 * at), today + timedelta(days=400)
        session.add(made)
        session.flush()  # team and contract need its id
        session.add(TechMember(project_id=made.id, seq=1, role=TechRole.LEADER, name=leader, unit="工程师学院"))
        for seq, (student, who) in enumerate(students[at * 2 : at * 2 + 2], 2):
            one = TechMember(project_id=made.id, seq=seq, role=TechRole.STUDENT, name=who, student_id=student)
            one.task, one.starts_on = "算法实现与测试", made.starts_on
            session.add(one)
        _contract(session, made, rows.CONTRACTS[at], today)


def _contract(session: Session, project: TechProject, row: rows.Row, today: date) -> None:
    made = TechContract(
        contract_no=f"JSHT-{today.year}-{row.serial:02d}",
        name=f"{project.name}技术{'合作' if row.kind is ContractType.COOPERATIVE else ''}合同",
        contract_type=row.kind,
        project_id=project.id,
        buyer_id=project.partner_id,
        status=row.status,
        amount=row.amount,
        tech_amount=row.amount,
        payment_mode=PaymentMode.INSTALMENT,
    )
    if row.status not in {ContractStatus.LEAD, ContractStatus.NEGOTIATING, ContractStatus.CONTRACT_REVIEW}:
        made.signed_on = made.valid_from = project.starts_on + timedelta(days=20)
        made.valid_to = project.ends_on
        made.ownership = Ownership.JOINT
    if row.status in {ContractStatus.PERFORMING, ContractStatus.ACCEPTED}:
        made.registration_no, made.registered_by = f"2026330100{row.serial:04d}", "省技术市场"
        made.registered_on = project.starts_on + timedelta(days=40)
    if row.kind is ContractType.LICENCE:
        made.licence_kind, made.reward_ratio = LicenceKind.ORDINARY, 6000
        made.price_method = PriceMethod.NEGOTIATED
        made.publicity_from, made.publicity_to = today - timedelta(days=10), today + timedelta(days=5)
    session.add(made)
    session.flush()  # its parts need its id
    session.add(TechParty(contract_id=made.id, seq=1, capacity="第三方", name="省技术交易所", signatory="方宁"))
    if row.kind is ContractType.LICENCE:
        right = TechRight(contract_id=made.id, seq=1, kind=RightKind.PATENT, title="一种边缘节点调度方法")
        right.number, right.owner, right.legal_status = "ZL202699000001.X", "工程师学院", "有效"
        session.add(right)
    _payments(session, made, row, today)


def _payments(session: Session, made: TechContract, row: rows.Row, today: date) -> None:
    """Three instalments; `row.received` of them have come, the next one may be overdue."""
    shares = (row.amount // 2, row.amount * 3 // 10, row.amount - row.amount // 2 - row.amount * 3 // 10)
    for seq, share in enumerate(shares, 1):
        day = today + timedelta(days=rows.DUE[seq - 1] + row.serial)
        one = ContractPayment(contract_id=made.id, seq=seq, planned_on=day, planned=share)
        if seq <= row.received:
            one.status, one.invoiced_on, one.invoice_no = PaymentStatus.RECEIVED, day, f"990000{row.serial}{seq}"
            one.received_on, one.received = day + timedelta(days=9), share
        elif seq == row.received + 1 and row.received:
            one.status, one.invoiced_on, one.invoice_no = PaymentStatus.INVOICED, day, f"990000{row.serial}{seq}"
        session.add(one)
