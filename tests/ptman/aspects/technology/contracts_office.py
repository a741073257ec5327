"""An office with one technology contract, its two instalments and a student in its project."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.models import ContractPayment, TechContract, TechMember, TechProject
from ptman.models.choices_technology import ContractStatus, ContractType, TechRole
from tests import makers

TODAY = date(2027, 3, 1)


def make(session: Session, status: ContractStatus = ContractStatus.PERFORMING, **more: object) -> str:
    """A contract of 1,000 yuan in two instalments, the first overdue, with one student in its project."""
    project = makers.added(session, TechProject(project_no="JX1", name="调度", starts_on=date(2026, 9, 1)))
    who = makers.student(session, "22660009", "张雨桐")
    member = TechMember(project_id=project.id, seq=1, role=TechRole.STUDENT, name="张雨桐", student_id=who.id)
    session.add(member)
    one = TechContract(contract_no="HT1", name="调度合同", contract_type=ContractType.SERVICE, status=status)
    one.project_id, one.buyer_id = project.id, makers.organisation(session, "云海科技有限公司").id
    one.amount = one.tech_amount = 100_000
    for key, value in more.items():
        setattr(one, key, value)
    key: str = makers.added(session, one).id
    for seq, day in enumerate((date(2027, 2, 1), date(2027, 6, 1)), 1):
        session.add(ContractPayment(contract_id=key, seq=seq, planned_on=day, planned=50_000))
    return key
