"""An office that shares a laboratory of ten places, a robot that one has at a time, and a course without limit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import Booking, ResourceKind, UseStatus
from tests import makers

TODAY = date(2026, 9, 21)  # a Monday


@dataclass(frozen=True, slots=True)
class Made:
    partner: str
    stranger: str
    lab: str
    robot: str
    course: str


def make(session: Session) -> Made:
    partner = makers.organisation(session, "星河通信有限公司")
    stranger = makers.organisation(session, "远山贸易有限公司")
    makers.base(session, host=partner)
    lab = resource(session, "ZY-001", "实训中心", ResourceKind.LAB, booking=Booking.SHARE, capacity=10)
    robot = resource(session, "ZY-002", "机器人工作站", ResourceKind.LAB)
    course = resource(session, "ZY-003", "通信网络", ResourceKind.COURSE, booking=Booking.FREE, owner_id=partner.id)
    return Made(partner.id, stranger.id, lab.id, robot.id, course.id)


def resource(session: Session, number: str, name: str, kind: ResourceKind, **more: Any) -> TeachingResource:  # noqa: ANN401 columns
    made: TeachingResource = makers.added(session, TeachingResource(resource_no=number, name=name, kind=kind, **more))
    return made


def use(session: Session, number: str, of: str, hours: tuple[int, int], **more: Any) -> str:  # noqa: ANN401 columns
    """A use on the day of the office, from hour to hour."""
    start, end = (datetime(TODAY.year, TODAY.month, TODAY.day, hour) for hour in hours)  # noqa: DTZ001 the office's own time
    values: dict[str, Any] = {"subject": "实验", "user_name": "李伟", "status": UseStatus.REQUESTED} | more
    made = ResourceUse(use_no=number, resource_id=of, starts_at=start, ends_at=end, **values)
    made.id = makers.added(session, made).id
    return made.id
