"""Aspects of the co-operation that meetings, resources and figures are sorted by, and their targets (domain §6.1)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_cooperation import Measure, TaskStatus
from ptman.models.core import Record, Rule, field, refers

SETTLED = frozenset({TaskStatus.DONE, TaskStatus.DROPPED})
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


class CoopAspect(Record):
    """One aspect or promise of the agreement with the partners."""

    __tablename__ = "coop_aspect"
    LABEL: ClassVar[Label] = Label("合作方面", "Aspect of co-operation")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)
    TITLE: ClassVar[tuple[str, ...]] = ("code", "name")
    SORT: ClassVar[tuple[str, ...]] = ("seq",)

    code: Mapped[str] = mapped_column(
        String(4), unique=True, info=field("代码", "Code", Kind.IDENTIFIER, width=6, aliases=("方面代码",))
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(40), info=field("名称", "Name", width=20))
    name_en: Mapped[str] = mapped_column(String(60), info=field("英文名称", "English name", width=30))


def _actual(values: Mapping[str, Any]) -> Found:
    """Without a measure somebody has to say what is counted."""
    if values["measure"] is None and not values["indicator"]:
        said = Label("指标（未选自动统计的指标时必填）", "what is counted, where no measure is chosen")
        yield ("measure", "indicator"), ("indicator", said)


class CoopTask(Record):
    """What is to be reached under one aspect in one year.

    `actual_value` is what was reached as entered or recorded; where it is blank, a measure is counted from the records.
    """

    __tablename__ = "coop_task"
    __table_args__ = (
        CheckConstraint("year BETWEEN 2000 AND 2100", name="year"),
        CheckConstraint("target_value > 0", name="target"),
        CheckConstraint("actual_value >= 0", name="actual"),
        CheckConstraint("measure IS NOT NULL OR indicator IS NOT NULL", name="indicator"),
        Index(None, "year"),
    )
    LABEL: ClassVar[Label] = Label("合作任务", "Co-operation target")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("task_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("task_no", "target")
    CHIPS: ClassVar[str] = "status"
    RULES: ClassVar[tuple[Rule, ...]] = (_actual,)

    task_no: Mapped[str] = mapped_column(
        String(20), unique=True, info=field("任务编号", "Target no.", Kind.IDENTIFIER, width=12)
    )
    aspect_code: Mapped[str] = mapped_column(
        refers("coop_aspect.code"),
        index=True,
        info=field("合作方面", "Aspect", Kind.LINK, width=16, link="coop_aspect"),
    )
    year: Mapped[int] = mapped_column(info=field("年度", "Year", Kind.NUMBER, width=6, rule="year"))
    target: Mapped[str] = mapped_column(String(160), info=field("任务", "What is to be reached", width=32))
    measure: Mapped[Measure | None] = mapped_column(info=field("自动统计的指标", "Measure (counted)", width=18))
    indicator: Mapped[str | None] = mapped_column(String(60), info=field("指标", "Indicator", width=18))
    unit: Mapped[str | None] = mapped_column(String(12), info=field("计量单位", "Unit", width=8))
    target_value: Mapped[int] = mapped_column(info=field("目标值", "Target", Kind.TENTHS, width=10))
    actual_value: Mapped[int | None] = mapped_column(
        info=field(
            "实际值",
            "Actual",
            Kind.TENTHS,
            width=12,
            hint=Label("选了自动统计的指标而留空，就按记录统计", "Blank beside a measure: counted from the records"),
        )
    )
    owner: Mapped[str | None] = mapped_column(String(36), info=field("责任人", "Owner", width=10))
    due_on: Mapped[date | None] = mapped_column(
        info=field("完成时限", "Due", Kind.DATE, rule="date", due=Label("合作任务到期", "Co-operation target due"))
    )
    status: Mapped[TaskStatus] = mapped_column(default=TaskStatus.PLANNED, info=field("状态", "Status", width=8))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] in SETTLED
