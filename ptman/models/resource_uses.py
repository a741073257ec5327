"""Requests, bookings and uses of shared resources, with their evaluation (domain §5.15, §6.3)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_resources import UsePurpose, UseStatus
from ptman.models.core import Record, Rule, field, refers

HOLDING = frozenset({UseStatus.APPROVED, UseStatus.IN_USE})
"""States in which the time is taken; two such uses that ask for too much at once are refused by the database."""
PENDING = HOLDING | {UseStatus.REQUESTED}
BEST = 5
OUTCOME = ("status", UseStatus.IN_USE, UseStatus.RETURNED, UseStatus.EVALUATED)
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


def _times(values: Mapping[str, Any]) -> Found:
    start, end = values["starts_at"], values["ends_at"]
    if isinstance(start, datetime) and isinstance(end, datetime) and end <= start:
        yield ("starts_at", "ends_at"), ("ends_at", Label("晚于开始时间的时间", "a time after the start"))


def _bounds(values: Mapping[str, Any]) -> Found:
    if values["headcount"] == 0:
        yield ("headcount",), ("headcount", Label("1 以上的整数", "a whole number from 1"))
    if values["score"] is not None and not 1 <= values["score"] <= BEST:
        yield ("score",), ("score", Label("1–5，5 最好", "1 to 5, 5 the best"))


class ResourceUse(Record):
    """Somebody asks for a resource from an hour to an hour. An empty unit is the office's own institute."""

    __tablename__ = "resource_use"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="times"),
        CheckConstraint("headcount > 0", name="headcount"),
        CheckConstraint("score BETWEEN 1 AND 5", name="score"),
        Index(None, "starts_at"),
    )
    LABEL: ClassVar[Label] = Label("资源使用", "Use of a resource")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("use_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("use_no", "subject")
    SEARCHED: ClassVar[tuple[str, ...]] = ("user_name", "subject")
    SORT: ClassVar[tuple[str, ...]] = ("-starts_at", "use_no")
    CHIPS: ClassVar[str] = "status"
    RULES: ClassVar[tuple[Rule, ...]] = (_times, _bounds)
    BY_STEPS: ClassVar[bool] = True

    use_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("使用编号", "Use no.", Kind.IDENTIFIER, width=14)
    )
    resource_id: Mapped[str] = mapped_column(
        refers("teaching_resource.id"),
        index=True,
        info=field("教学资源", "Resource", Kind.LINK, width=24, link="teaching_resource"),
    )
    subject: Mapped[str] = mapped_column(String(120), info=field("使用事由", "Occasion", width=24))
    purpose: Mapped[UsePurpose] = mapped_column(default=UsePurpose.TEACHING, info=field("用途", "Purpose", width=10))
    starts_at: Mapped[datetime] = mapped_column(info=field("开始时间", "From", Kind.DATETIME, width=14))
    ends_at: Mapped[datetime] = mapped_column(
        info=field(
            "结束时间", "To", Kind.DATETIME, width=14, due=Label("资源使用到期", "Use of a resource to be closed")
        )
    )
    headcount: Mapped[int] = mapped_column(
        default=1, info=field("人数（套数）", "People (copies)", Kind.NUMBER, width=8, rule="count")
    )
    unit_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("使用单位（空白为本院）", "Used by (blank: us)", Kind.LINK, width=22, link="organisation"),
    )
    user_name: Mapped[str] = mapped_column(String(36), info=field("使用人", "User", width=10))
    person_id: Mapped[str | None] = mapped_column(
        refers("person.id"), index=True, info=field("人员档案", "On file as", Kind.LINK, width=12, link="person")
    )
    user_phone: Mapped[str | None] = mapped_column(
        String(20),
        info=field("使用人电话", "User's phone", Kind.PHONE, width=14, rule="phone", sensitivity=Sensitivity.PERSONAL),
    )
    status: Mapped[UseStatus] = mapped_column(default=UseStatus.REQUESTED, info=field("状态", "Status", width=10))
    machine_hours: Mapped[int | None] = mapped_column(
        info=field("实际机时（小时）", "Hours used", Kind.TENTHS, width=8, only=OUTCOME)
    )
    score: Mapped[int | None] = mapped_column(
        info=field("评分（1–5）", "Score (1-5)", Kind.NUMBER, width=8, only=OUTCOME)
    )
    comment: Mapped[str | None] = mapped_column(info=field("评价意见", "Evaluation", Kind.LONG, width=24, only=OUTCOME))
    evaluated_on: Mapped[date | None] = mapped_column(
        info=field("评价日期", "Evaluated on", Kind.DATE, rule="date", only=OUTCOME)
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in PENDING
