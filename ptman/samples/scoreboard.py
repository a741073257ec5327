"""Invents the targets of two years: what each aspect is to reach, counted where the records can say, else entered."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import CoopTask, Student
from ptman.models.choices_cooperation import Measure, TaskStatus
from ptman.rules.targets import TENTHS


class Target(NamedTuple):
    """One target; `last_year` is what was reached the year before. A text in place of a measure is entered by hand."""

    aspect: str
    words: str
    counts: Measure | str
    aim: int
    last_year: int
    owner: str
    unit: str = ""
    now: int | None = None


TARGETS = (
    Target("A1", "按季度召开校企定期会商", Measure.MEETINGS, 4, 4, "沈书宁"),
    Target("A1", "会商议定事项按期办结", Measure.ACTIONS, 90, 88, "沈书宁"),
    Target("A1", "企业承诺按期兑现", Measure.COMMITMENTS, 80, 76, "沈书宁"),
    Target("A2", "研究生取得行业认证", Measure.CERTIFICATIONS, 30, 22, "韩若溪"),
    Target("A2", "培养环节按期完成", Measure.MILESTONES, 95, 96, "韩若溪"),
    Target("A2", "面向行业举办高端培训", Measure.TRAINEES, 60, 48, "韩若溪"),
    Target("A3", "毕业研究生同步取得工程师职称", Measure.TITLES, 10, 8, "顾明远"),
    Target("A4", "校企共享课程", Measure.COURSES, 5, 4, "许知行"),
    Target("A4", "共享资源预约使用", Measure.BOOKINGS, 10, 12, "许知行"),
    Target("A5", "在读研究生配齐双导师", Measure.PAIRED, 100, 97, "陆清和"),
    Target("A5", "聘任企业导师", Measure.APPOINTMENTS, 40, 41, "陆清和"),
    Target("A6a", "落实实践岗位", Measure.PLACEMENTS, 95, 95, "罗以安"),
    Target("A6a", "提供实践名额", Measure.SEATS, 120, 110, "罗以安"),
    Target("A6b", "签订校企技术合同", Measure.CONTRACTS, 4, 3, "程以恒"),
    Target("A6b", "校企技术合同签约金额", Measure.AMOUNT, 200, 168, "程以恒"),
    Target("H3", "联合举办高端论坛", "论坛场次", 2, 1, "韩若溪", "场", 1),
    Target("X1", "与境外高校开展联合课题", "课题数", 2, 2, "韩若溪", "项", 2),
)


def fill(session: Session, today: date) -> None:
    """This year's targets, and last year's with what was reached; nothing in an office without students."""
    if not session.scalar(select(func.count(Student.id))):
        return
    for year in (today.year - 1, today.year):
        for seq, one in enumerate(TARGETS, 1):
            session.add(_task(one, seq, year, past=year < today.year))
    journal.say(session, "登记合作任务样例", "Add sample targets of the co-operation")


def _task(one: Target, seq: int, year: int, *, past: bool) -> CoopTask:
    counted = isinstance(one.counts, Measure)
    reached = one.last_year if past else one.now
    return CoopTask(
        task_no=f"{year}-{one.aspect}-{seq:02d}",
        aspect_code=one.aspect,
        year=year,
        target=one.words,
        measure=one.counts if counted else None,
        indicator=None if counted else one.counts,
        unit=one.unit or None,
        target_value=one.aim * TENTHS,
        actual_value=None if reached is None else reached * TENTHS,
        owner=one.owner,
        due_on=date(year, 12, 20),
        status=TaskStatus.DONE if past else TaskStatus.UNDER_WAY,
    )
