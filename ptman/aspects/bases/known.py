"""What is already known of a base, point by point: it stands in the sheet of a visit before anybody has been there."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.models import (
    Appointment,
    BasePost,
    ComplianceCheck,
    ComplianceLine,
    Incident,
    IndustrySupervisor,
    Organisation,
    SiteFinding,
    SiteVisit,
    TrainingBase,
)
from ptman.models.choices import AppointmentStatus
from ptman.models.choices_bases import Found, VisitPoint

NOTE = 200
"""As long as the note of a point may be."""


def of_base(session: Session, base: TrainingBase, today: date) -> dict[VisitPoint, str]:
    """The facts on file for each point of a visit; a point of which nothing is known is left out."""
    host = session.get_one(Organisation, base.host_organisation_id)
    found = {
        VisitPoint.LEGAL: _joined(
            host.name, f"统一社会信用代码 {host.uscc}" if host.uscc else "统一社会信用代码未登记"
        ),
        VisitPoint.FIELD_MATCH: _joined(f"面向类别 {base.category_codes}" if base.category_codes else None),
        VisitPoint.EQUIPMENT: _joined(_posts(session, base), base.address),
        VisitPoint.MENTORS: _supervisors(session, base, today),
        VisitPoint.SAFETY: _joined(
            f"安全责任人 {base.safety_officer}" if base.safety_officer else "安全责任人未登记",
            _last_check(session, base),
            _incidents(session, base),
        ),
        VisitPoint.LODGING: base.stipend_note or "",
    }
    return {point: said[:NOTE] for point, said in found.items() if said}


def last_visit(session: Session, base: TrainingBase) -> str:
    """The last visit, its conclusion, and what was left open then; empty where there was none."""
    one = SiteVisit
    query = select(one).where(one.base_id == base.id, one.retired_on.is_(None), one.conclusion.is_not(None))
    last = session.scalars(query.order_by(one.visited_on.desc())).first()
    if last is None or last.conclusion is None:
        return ""
    rows = session.scalars(
        select(SiteFinding).where(SiteFinding.visit_id == last.id, SiteFinding.found == Found.ISSUE)
    ).all()
    left = "；".join(f"{row.point.label.zh}（{row.note}）" if row.note else row.point.label.zh for row in rows)
    return f"上次考察 {last.visited_on}，结论：{last.conclusion.label.zh}" + (f"；当时的问题：{left}" if left else "")


def _posts(session: Session, base: TrainingBase) -> str | None:
    one = BasePost
    query = select(one.name, func.sum(one.seats)).where(one.base_id == base.id, one.retired_on.is_(None))
    rows = session.execute(query.group_by(one.name).order_by(one.name)).all()
    return "岗位：" + "、".join(f"{name} {seats} 人" for name, seats in rows) if rows else None


def _supervisors(session: Session, base: TrainingBase, today: date) -> str:
    """Of the host, in appointment today."""
    default = parameters.number(session, "supervisor.industry_max_students", today.year)
    one = IndustrySupervisor
    rows = session.execute(
        select(one.id, one.max_students)
        .join(Appointment, Appointment.industry_supervisor_id == one.id)
        .where(one.organisation_id == base.host_organisation_id, one.retired_on.is_(None))
        .where(Appointment.status == AppointmentStatus.ACTIVE, Appointment.retired_on.is_(None))
        .where(Appointment.term_start <= today, Appointment.term_end >= today)
    ).all()
    most = {key: default if limit is None else limit for key, limit in rows}
    return f"单位在聘企业导师 {len(most)} 名，共可带 {sum(most.values())} 人"


def _last_check(session: Session, base: TrainingBase) -> str | None:
    one = ComplianceCheck
    query = select(one).where(one.base_id == base.id, one.retired_on.is_(None)).order_by(one.checked_on.desc())
    last = session.scalars(query).first()
    if last is None:
        return None
    issues = session.scalar(
        select(func.count(ComplianceLine.id)).where(
            ComplianceLine.check_id == last.id, ComplianceLine.found == Found.ISSUE
        )
    )
    return f"{last.checked_on} {last.kind.label.zh}发现问题 {issues} 项"


def _incidents(session: Session, base: TrainingBase) -> str | None:
    count = session.scalar(select(func.count(Incident.id)).where(Incident.base_id == base.id))
    return f"登记安全事件 {count} 起" if count else None


def _joined(*parts: str | None) -> str:
    return "；".join(part for part in parts if part)
