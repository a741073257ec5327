"""What happens while a placement lasts: interruptions, and changes with who agreed to them (domain §3.9)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_placements import ChangeKind, PlacementChangeStatus
from ptman.models.core import Record, Rule, field, refers


class PlacementInterruption(Record):
    """Days that do not count, both included; without a last day it lasts."""

    __tablename__ = "placement_interruption"
    __table_args__ = (
        UniqueConstraint("placement_id", "starts_on"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
    )
    LABEL: ClassVar[Label] = Label("实践中断", "Interruption")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("placement_id", "starts_on")
    TERM: ClassVar[tuple[str, str] | None] = ("starts_on", "ends_on")
    SORT: ClassVar[tuple[str, ...]] = ("starts_on",)
    PART_OF: ClassVar[str] = "placement_id"

    placement_id: Mapped[str] = mapped_column(
        refers("placement.id"), index=True, info=field("实践派遣", "Placement", Kind.LINK, link="placement")
    )
    starts_on: Mapped[date] = mapped_column(info=field("中断起", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(info=field("中断止", "To", Kind.DATE, rule="date"))
    reason: Mapped[str | None] = mapped_column(info=field("原因", "Reason", Kind.LONG, width=30))


_WANTED = {
    ChangeKind.EXTEND: ("new_end", Label("新的结束日期", "the new last day")),
    ChangeKind.SHORTEN: ("new_end", Label("新的结束日期", "the new last day")),
    ChangeKind.TRANSFER: ("new_base_id", Label("新的基地", "the new base")),
    ChangeKind.POST: ("new_post", Label("新的岗位", "the new post")),
    ChangeKind.END: ("new_end", Label("实际结束日期", "the last day there")),
}


def _what(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    wanted = _WANTED.get(values["kind"])
    if wanted is not None and not values[wanted[0]]:
        yield ("kind", wanted[0]), wanted


class PlacementChange(Record):
    """A change asked for, what each party said on which day, and what came of it."""

    __tablename__ = "placement_change"
    __table_args__ = (UniqueConstraint("placement_id", "seq"),)
    LABEL: ClassVar[Label] = Label("实践变更", "Change")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("placement_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("placement_id", "kind")
    RULES: ClassVar[tuple[Rule, ...]] = (_what,)
    PART_OF: ClassVar[str] = "placement_id"
    BY_STEPS: ClassVar[bool] = True

    placement_id: Mapped[str] = mapped_column(
        refers("placement.id"), index=True, info=field("实践派遣", "Placement", Kind.LINK, link="placement")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    kind: Mapped[ChangeKind] = mapped_column(info=field("变更类别", "Kind", width=20))
    asked_on: Mapped[date] = mapped_column(info=field("申请日期", "Asked on", Kind.DATE, rule="date"))
    effective_on: Mapped[date] = mapped_column(info=field("生效日期", "From", Kind.DATE, rule="date"))
    new_end: Mapped[date | None] = mapped_column(
        info=field(
            "新的结束日期",
            "New last day",
            Kind.DATE,
            rule="date",
            only=("kind", "extend", "shorten", "transfer", "split", "interrupt", "end"),
        )
    )
    new_base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"),
        index=True,
        info=field("新基地", "New base", Kind.LINK, link="training_base", only=("kind", "transfer")),
    )
    new_post: Mapped[str | None] = mapped_column(
        String(60), info=field("新岗位", "New post", width=16, only=("kind", "transfer", "post", "split"))
    )
    reason: Mapped[str] = mapped_column(info=field("理由", "Reason", Kind.LONG, width=30))
    supervisor_agreed: Mapped[bool] = mapped_column(
        default=False, info=field("导师同意", "Supervisor agrees", Kind.FLAG, width=8)
    )
    supervisor_on: Mapped[date | None] = mapped_column(
        info=field("导师意见日期", "Supervisor's day", Kind.DATE, rule="date")
    )
    host_agreed: Mapped[bool] = mapped_column(
        default=False, info=field("原单位同意", "Host agrees", Kind.FLAG, width=8)
    )
    host_on: Mapped[date | None] = mapped_column(info=field("原单位意见日期", "Host's day", Kind.DATE, rule="date"))
    new_host_agreed: Mapped[bool] = mapped_column(
        default=False, info=field("新单位同意", "New host agrees", Kind.FLAG, width=8)
    )
    new_host_on: Mapped[date | None] = mapped_column(
        info=field("新单位意见日期", "New host's day", Kind.DATE, rule="date")
    )
    office_agreed: Mapped[bool] = mapped_column(
        default=False, info=field("办公室同意", "Office agrees", Kind.FLAG, width=8)
    )
    office_on: Mapped[date | None] = mapped_column(info=field("办公室意见日期", "Office's day", Kind.DATE, rule="date"))
    status: Mapped[PlacementChangeStatus] = mapped_column(
        default=PlacementChangeStatus.ASKED, info=field("状态", "Status", width=10)
    )
    new_placement_id: Mapped[str | None] = mapped_column(
        refers("placement.id"), index=True, info=field("新的派遣", "New placement", Kind.LINK, link="placement")
    )
    done_on: Mapped[date | None] = mapped_column(info=field("执行日期", "Carried out on", Kind.DATE, rule="date"))
