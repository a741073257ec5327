"""An office with a few targets of 2026: counted, entered, with no figure yet, dropped."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.models import CoopTask
from ptman.models.choices_cooperation import Measure, TaskStatus
from tests import makers

TODAY = date(2026, 11, 23)


def task(session: Session, number: str, aspect: str = "A5", aim: int = 1000, **more: object) -> CoopTask:
    values = {"target": "在读研究生配齐双导师", "measure": Measure.PAIRED, "year": 2026} | more
    made: CoopTask = makers.added(session, CoopTask(task_no=number, aspect_code=aspect, target_value=aim, **values))
    return made


def make(session: Session) -> None:
    """Of two students one has both supervisors, and both have a base to go to."""
    first, second = makers.student(session), makers.student(session, "22660002", "李明")
    for guide in (makers.academic(session), makers.appointed(session)):
        makers.supervision(session, first, guide)
    base, period = makers.base(session), makers.period(session)
    for one in (first, second):
        makers.placement(session, one, base, period)
    makers.agreement(session, base)
    task(session, "2026-A5-01")
    task(session, "2026-A6a-01", "A6a", 20, measure=Measure.BASES, target="建设实训基地", due_on=date(2026, 6, 30))
    task(session, "2026-H3-01", "H3", 20, measure=None, indicator="论坛场次", unit="场", actual_value=20, target="论坛")
    task(session, "2026-X1-01", "X1", 20, measure=None, indicator="课题数", target="联合课题")
    task(session, "2026-X1-02", "X1", 20, measure=None, indicator="访学", target="访学", status=TaskStatus.DROPPED)
