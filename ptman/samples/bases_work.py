"""Invents the work with bases: visits, posts, checks, evaluations, insurance, safety, and one base still to come."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import (
    Agreement,
    AgreementParty,
    BasePost,
    BaseSeats,
    InsurancePolicy,
    Period,
    SiteFinding,
    SiteVisit,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, BaseKind, BaseLevel, BaseStatus, PartyKind
from ptman.models.choices_bases import (
    AgreementStatus,
    CoverageKind,
    Found,
    Insured,
    Payer,
    PolicyStatus,
    VisitConclusion,
    VisitPoint,
)
from ptman.samples import bases_checks, placements_work, technology

POSTS = (("算法工程师（实习）", 2), ("嵌入式开发（实习）", 2), ("测试与质量（实习）", 1))
VISITORS = "林景明、沈书宁"
FEWEST = 2


def fill(session: Session, today: date) -> None:
    """Nothing where the office has fewer than two bases."""
    bases = session.scalars(select(TrainingBase).order_by(TrainingBase.base_no)).all()
    if len(bases) < FEWEST:
        return
    periods = session.scalars(select(Period).order_by(Period.starts_on)).all()
    coming = [one for one in periods if one.ends_on >= today]
    for at, base in enumerate(bases[:4]):
        _visited(session, base, today - timedelta(days=400 + 9 * at), VisitConclusion.RECOMMEND)
    proposed = _proposed(session, bases[0], today)
    _plaques(bases, today)
    _posts(session, bases[1], coming)
    _agreements(session, bases, today)
    _insurance(session, bases, periods, today)
    bases_checks.add(session, bases, today)
    placements_work.add(session, today)
    technology.add(session, (proposed, *bases[:2]), today)
    journal.say(session, "登记基地工作样例", "Add sample work with bases")


def _visited(session: Session, base: TrainingBase, day: date, conclusion: VisitConclusion) -> None:
    made = SiteVisit(base_id=base.id, visited_on=day, visitors=VISITORS, conclusion=conclusion, signed_by="林景明")
    made.note = "现场查看研发与实训场地，与企业导师座谈。"
    session.add(made)
    session.flush()  # what was found needs its id
    for seq, point in enumerate(VisitPoint, 1):
        bad = conclusion is not VisitConclusion.RECOMMEND and point is VisitPoint.SAFETY
        one = SiteFinding(visit_id=made.id, seq=seq, point=point, found=Found.ISSUE if bad else Found.OK)
        one.note = "实训区应急出口标识不全，已请对方整改。" if bad else None
        session.add(one)


def _plaques(bases: Sequence[TrainingBase], today: date) -> None:
    """The first has its plaque; for the second it is time."""
    for at, base in enumerate(bases[:2]):
        base.approved_on, base.approval_doc_no = (
            today - timedelta(days=390 + at),
            f"工院〔{today.year - 1}〕{12 + at}号",
        )
    bases[1].plaque_on = None
    bases[0].plaque_no, bases[0].plaque_on = f"JDP-{today.year}-01", today - timedelta(days=20)


def _proposed(session: Session, like: TrainingBase, today: date) -> TrainingBase:
    """A technology transfer base on its way to approval."""
    made = TrainingBase(
        base_no="JD-N01",
        name="产业技术转移中心（筹）",
        host_organisation_id=like.host_organisation_id,
        base_kind=BaseKind.TECH_TRANSFER,
        level=BaseLevel.UNIVERSITY,
        status=BaseStatus.SITE_VISITED,
        capacity_per_batch=6,
    )
    made.campus_leader, made.host_leader, made.safety_officer = "沈书宁", "顾明远", "陆安"
    session.add(made)
    session.flush()  # the visit needs its id
    _visited(session, made, today - timedelta(days=12), VisitConclusion.CONDITIONAL)
    return made


def _posts(session: Session, base: TrainingBase, periods: Sequence[Period]) -> None:
    for period in periods[:1]:
        for name, seats in POSTS:
            one = BasePost(base_id=base.id, period_id=period.id, name=name, seats=seats, staff_count=seats * 9)
            one.weekly_hours, one.stipend = 40, 300_000
            session.add(one)
        held = select(BaseSeats).where(BaseSeats.base_id == base.id, BaseSeats.period_id == period.id)
        if session.scalars(held).first() is None:
            session.add(BaseSeats(base_id=base.id, period_id=period.id, seats=sum(seats for _, seats in POSTS)))


def _agreements(session: Session, bases: Sequence[TrainingBase], today: date) -> None:
    """One base's agreement runs out while students are there, and its renewal is being signed."""
    found = session.scalars(
        select(Agreement).where(Agreement.kind == AgreementKind.BASE, Agreement.base_id == bases[-1].id)
    ).first()
    if found is None:
        return
    found.valid_to = today + timedelta(days=75)
    made = Agreement(
        agreement_no=f"{found.agreement_no}-续1",
        kind=AgreementKind.BASE,
        title=found.title,
        base_id=found.base_id,
        valid_from=found.valid_to + timedelta(days=1),
        valid_to=found.valid_to + timedelta(days=3 * 365),
        status=AgreementStatus.SIGNING,
        renewal_of_id=found.id,
        copies=3,
        safety_clause=True,
        insurance_clause=True,
    )
    session.add(made)
    session.flush()  # its parties need its id
    sides = ((PartyKind.INSTITUTE, "工程师学院", "林景明"), (PartyKind.ORGANISATION, bases[-1].name, "顾明远"))
    for seq, (kind, name, who) in enumerate(sides, 1):
        party = AgreementParty(agreement_id=made.id, seq=seq, party_kind=kind, name_snapshot=name, signatory=who)
        party.signed_on = today - timedelta(days=3) if seq == 1 else None
        session.add(party)


def _insurance(session: Session, bases: Sequence[TrainingBase], periods: Sequence[Period], today: date) -> None:
    """Everybody is covered for the school year; the base that stands last has a policy that is not verified yet."""
    start = min([one.starts_on for one in periods], default=today)
    rows = (
        ("BX-0001", Insured.EVERYBODY, None, start, date(today.year + 1, 11, 30), PolicyStatus.VERIFIED),
        ("BX-0002", Insured.BASE, bases[0].id, date(today.year + 1, 12, 1), date(today.year + 2, 8, 31), None),
        ("BX-0003", Insured.BASE, bases[1].id, date(today.year + 1, 12, 1), date(today.year + 2, 8, 31), None),
        ("BX-0004", Insured.BASE, bases[-1].id, today, today + timedelta(days=365), PolicyStatus.SUBMITTED),
    )
    for number, insured, base, begins, ends, status in rows:
        one = InsurancePolicy(policy_no=number, insurer="安泰财产保险", insured=insured, base_id=base)
        one.coverage_kind, one.payer = CoverageKind.PRACTICE_LIABILITY, Payer.SCHOOL
        one.effective_date, one.expiry_date = begins, ends
        one.premium, one.insured_sum, one.status = 1_200_000, 50_000_000, status or PolicyStatus.VERIFIED
        session.add(one)
