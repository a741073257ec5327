"""Begins a visit or a check of compliance with its points and what is known of each, those reckoned judged."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.aspects.bases import known
from ptman.errors import PtmanError
from ptman.models import (
    BasePost,
    ComplianceCheck,
    ComplianceLine,
    Organisation,
    Placement,
    SiteFinding,
    SiteVisit,
    TrainingBase,
)
from ptman.models.choices_bases import CheckKind, ComplianceItem, Found, VisitPoint
from ptman.models.placements import GONE
from ptman.rules import months

# They ask about pupils of vocational schools, and say nothing of graduates.
NOT_OF_GRADUATES = frozenset({ComplianceItem.FIRST_YEAR, ComplianceItem.UNDER_AGE, ComplianceItem.MINORS})
ABOUT_SAFETY = frozenset(
    {
        *(ComplianceItem.HAZARD, ComplianceItem.REST, ComplianceItem.OVERTIME, ComplianceItem.SAFETY_TRAINING),
        *(ComplianceItem.RULES, ComplianceItem.WARNING, ComplianceItem.WOMEN, ComplianceItem.VENUE),
    }
)
Judged = tuple[Found, str | None]


def begin_visit(session: Session, base_id: str, on: date, visitors: str) -> str:
    """A visit, planned or made, with its six points and what is known of each; the id.

    It counts once its conclusion is entered. PtmanError `inspected-already`, `no-record`.
    """
    base = session.get_one(TrainingBase, base_id)
    _refuse_twice(session, select(SiteVisit.id).where(SiteVisit.base_id == base_id, SiteVisit.visited_on == on), on)
    made = SiteVisit(base_id=base_id, visited_on=on, visitors=visitors.strip())
    made.note = known.last_visit(session, base) or None
    session.add(made)
    session.flush()  # its points need its id
    facts = known.of_base(session, base, on)
    for seq, point in enumerate(VisitPoint, 1):
        session.add(SiteFinding(visit_id=made.id, seq=seq, point=point, note=facts.get(point)))
    journal.say(session, f"登记实地考察：{base.name} {on}", f"Enter a site visit: {base.name} {on}")
    return made.id


def kind(said: str) -> CheckKind:
    """What a form calls it."""
    return CheckKind(said)


def begin_check(session: Session, base_id: str, kind: CheckKind, on: date, checked_by: str) -> str:
    """A check with its points, ratios judged from the records, and the day of the next. PtmanError as for a visit."""
    base = session.get_one(TrainingBase, base_id)
    one = ComplianceCheck
    _refuse_twice(session, select(one.id).where(one.base_id == base_id, one.kind == kind, one.checked_on == on), on)
    made = one(base_id=base_id, kind=kind, checked_on=on, checked_by=checked_by.strip() or None)
    made.next_on = months.add_months(on, parameters.number(session, "base.check_months", on.year))
    session.add(made)
    session.flush()  # its points need its id
    for seq, (item, (found, note)) in enumerate(_points(session, base, kind, on), 1):
        session.add(ComplianceLine(check_id=made.id, seq=seq, item=item, found=found, note=note))
    journal.say(session, f"登记合规检查：{base.name} {on}", f"Enter a compliance check: {base.name} {on}")
    return made.id


def _points(session: Session, base: TrainingBase, kind: CheckKind, on: date) -> Iterable[tuple[ComplianceItem, Judged]]:
    """All eighteen of a yearly check; of a check of safety those that are about it."""
    if kind is CheckKind.SAFETY:
        return [(item, (Found.OK, None)) for item in ComplianceItem if item in ABOUT_SAFETY]
    reckoned = {
        ComplianceItem.STAFF_RATIO: _staff_ratio(session, base, on),
        ComplianceItem.POST_RATIO: _post_ratio(session, base, on),
    }
    usual = {item: (Found.NOT_ASKED if item in NOT_OF_GRADUATES else Found.OK, None) for item in ComplianceItem}
    return (usual | reckoned).items()


def _staff_ratio(session: Session, base: TrainingBase, on: date) -> Judged:
    """Students at all bases of the host against its staff."""
    staff = session.get_one(Organisation, base.host_organisation_id).staff_count
    if not staff:
        return Found.NOT_ASKED, "职工人数未登记"
    there = session.scalar(
        select(func.count(Placement.id))
        .join(TrainingBase, TrainingBase.id == Placement.base_id)
        .where(TrainingBase.host_organisation_id == base.host_organisation_id)
        .where(Placement.retired_on.is_(None), Placement.status.not_in(GONE))
        .where(Placement.starts_on <= on, Placement.ends_on >= on)
    )
    most = parameters.number(session, "base.intern_ratio_max", on.year)
    return _ratio(there or 0, staff, most)


def _post_ratio(session: Session, base: TrainingBase, on: date) -> Judged:
    """The post with the largest share of students among its staff."""
    most = parameters.number(session, "base.post_ratio_max", on.year)
    posts = session.scalars(select(BasePost).where(BasePost.base_id == base.id, BasePost.retired_on.is_(None)))
    judged = [(one.seats, one.staff_count, one.name) for one in posts if one.staff_count]
    if not judged:
        return Found.NOT_ASKED, "岗位职工数未登记"
    seats, staff, name = max(judged, key=lambda row: row[0] * 1000 // row[1])
    found, note = _ratio(seats, staff, most)
    return found, f"{name}：{note}"


def _ratio(students: int, staff: int, most: int) -> Judged:
    good = students * 100 <= staff * most
    return (Found.OK if good else Found.ISSUE), f"{students}/{staff}，上限 {most}%"


def _refuse_twice(session: Session, asked: Select[str], on: date) -> None:
    if session.scalars(asked).first() is not None:
        raise PtmanError(
            "inspected-already",
            f"{on} 已经登记过，未作任何改动。请直接修改那一条。",
            f"One is entered for {on} already. Nothing was changed; correct that one.",
        )
