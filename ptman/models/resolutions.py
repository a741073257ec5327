"""What meetings resolve: items somebody has to do, and what partners promise (domain §5.10, §6.2)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_negotiation import ActionStatus, CommitmentKind, CommitmentStatus
from ptman.models.core import Record, Rule, field, refers

PENDING = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.POSTPONED})
PROMISED = frozenset({CommitmentStatus.PROPOSED, CommitmentStatus.CONFIRMED})
LOWEST_PRIORITY = 5
WHOLE = 100
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


def _bounds(values: Mapping[str, Any]) -> Found:
    priority, progress = values.get("priority"), values["progress"]
    if priority is not None and not 1 <= priority <= LOWEST_PRIORITY:
        yield ("priority",), ("priority", Label("1–5，1 最急", "1 to 5, 1 the most pressing"))
    if progress is not None and not 0 <= progress <= WHOLE:
        yield ("progress",), ("progress", Label("0–100 的整数", "a whole number of 0–100"))


class ActionItem(Record):
    """Something a meeting gave somebody to do. `cancelled_by_id` is the topic whose resolution cancels it."""

    __tablename__ = "action_item"
    __table_args__ = (
        CheckConstraint("priority BETWEEN 1 AND 5", name="priority"),
        CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),
    )
    LABEL: ClassVar[Label] = Label("行动项", "Action item")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("action_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("action_no", "content")
    CHIPS: ClassVar[str] = "status"
    RULES: ClassVar[tuple[Rule, ...]] = (_bounds,)
    BY_STEPS: ClassVar[bool] = True

    action_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("事项编号", "Item no.", Kind.IDENTIFIER, width=16)
    )
    meeting_id: Mapped[str] = mapped_column(
        refers("meeting.id"), index=True, info=field("来源会议", "Raised by", Kind.LINK, width=24, link="meeting")
    )
    topic_id: Mapped[str | None] = mapped_column(
        refers("meeting_topic.id"), index=True, info=field("议题", "Topic", Kind.LINK, width=20, link="meeting_topic")
    )
    content: Mapped[str] = mapped_column(String(300), info=field("事项", "What is to be done", width=36))
    lead_organisation_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("责任单位（空白为本院）", "Lead unit (blank: us)", Kind.LINK, width=20, link="organisation"),
    )
    owner: Mapped[str | None] = mapped_column(String(36), info=field("责任人", "Owner", width=10))
    co_units: Mapped[str | None] = mapped_column(String(160), info=field("配合单位", "Supporting units", width=20))
    due_on: Mapped[date | None] = mapped_column(
        info=field("完成时限", "Due", Kind.DATE, rule="date", due=Label("议定事项到期", "Action item due"))
    )
    priority: Mapped[int] = mapped_column(default=3, info=field("优先级", "Priority", Kind.NUMBER, width=6))
    progress: Mapped[int] = mapped_column(default=0, info=field("进度（%）", "Progress (%)", Kind.NUMBER, width=8))
    status: Mapped[ActionStatus] = mapped_column(default=ActionStatus.OPEN, info=field("状态", "Status", width=10))
    postponed_times: Mapped[int] = mapped_column(
        default=0, info=field("延期次数", "Times postponed", Kind.NUMBER, width=8)
    )
    evidence: Mapped[str | None] = mapped_column(info=field("办理结果", "Outcome", Kind.LONG, width=24))
    closed_on: Mapped[date | None] = mapped_column(info=field("办结日期", "Closed on", Kind.DATE, rule="date"))
    cancelled_by_id: Mapped[str | None] = mapped_column(
        refers("meeting_topic.id"),
        info=field("取消依据（议题）", "Cancelled by (topic)", Kind.LINK, width=20, link="meeting_topic"),
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in PENDING


class ActionProgress(Record):
    """One note on how far an item has come."""

    __tablename__ = "action_progress"
    __table_args__ = (CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),)
    LABEL: ClassVar[Label] = Label("办理进展", "Progress note")
    TITLE: ClassVar[tuple[str, ...]] = ("action_id", "noted_on")
    IMPORTED: ClassVar[bool] = False
    SORT: ClassVar[tuple[str, ...]] = ("noted_on",)
    RULES: ClassVar[tuple[Rule, ...]] = (_bounds,)
    PART_OF: ClassVar[str] = "action_id"

    action_id: Mapped[str] = mapped_column(
        refers("action_item.id"), index=True, info=field("行动项", "Action item", Kind.LINK, link="action_item")
    )
    noted_on: Mapped[date] = mapped_column(info=field("日期", "Date", Kind.DATE, rule="date"))
    progress: Mapped[int] = mapped_column(info=field("进度（%）", "Progress (%)", Kind.NUMBER, width=8))
    note: Mapped[str] = mapped_column(info=field("进展情况", "What was done", Kind.LONG, width=36))


def _promise(values: Mapping[str, Any]) -> Found:
    if values["kind"] == CommitmentKind.SEATS and not values["base_id"]:
        yield ("kind", "base_id"), ("base_id", Label("基地（承诺名额时必填）", "the base at which the seats are"))
    if values["amount"] == 0:
        yield ("amount",), ("amount", Label("1 以上的整数", "a whole number from 1"))


class Commitment(Record):
    """A resolution by which a partner promises something; confirmed seats are proposed for the bases."""

    __tablename__ = "commitment"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("delivered >= 0", name="delivered"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="dates"),
        CheckConstraint("kind <> 'seats' OR base_id IS NOT NULL", name="base"),
    )
    LABEL: ClassVar[Label] = Label("承诺", "Commitment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("commitment_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("commitment_no", "content")
    CHIPS: ClassVar[str] = "status"
    TERM: ClassVar[tuple[str, str] | None] = ("from_on", "until_on")
    RULES: ClassVar[tuple[Rule, ...]] = (_promise,)
    BY_STEPS: ClassVar[bool] = True

    commitment_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("承诺编号", "Commitment no.", Kind.IDENTIFIER, width=16)
    )
    partner_id: Mapped[str] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("承诺单位", "Partner", Kind.LINK, width=20, link="organisation"),
    )
    meeting_id: Mapped[str] = mapped_column(
        refers("meeting.id"), index=True, info=field("来源会议", "Promised at", Kind.LINK, width=24, link="meeting")
    )
    topic_id: Mapped[str | None] = mapped_column(
        refers("meeting_topic.id"), index=True, info=field("议题", "Topic", Kind.LINK, width=20, link="meeting_topic")
    )
    kind: Mapped[CommitmentKind] = mapped_column(info=field("承诺内容类别", "Kind", width=12))
    content: Mapped[str] = mapped_column(String(200), info=field("承诺内容", "What is promised", width=32))
    amount: Mapped[int] = mapped_column(info=field("数量", "Amount", Kind.NUMBER, width=8))
    unit: Mapped[str | None] = mapped_column(String(12), info=field("计量单位", "Unit", width=6))
    base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    from_on: Mapped[date] = mapped_column(
        info=field("自", "From", Kind.DATE, rule="date", due=Label("承诺应兑现", "Commitment falls due"))
    )
    until_on: Mapped[date | None] = mapped_column(info=field("至", "Until", Kind.DATE, rule="date"))
    delivered: Mapped[int] = mapped_column(default=0, info=field("已兑现数量", "Delivered", Kind.NUMBER, width=8))
    status: Mapped[CommitmentStatus] = mapped_column(
        default=CommitmentStatus.PROPOSED, info=field("状态", "Status", width=10)
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in PROMISED


class CommitmentEffect(Record):
    """Seats of a base in a period that come from a commitment; `source` names the minutes."""

    __tablename__ = "commitment_effect"
    __table_args__ = (UniqueConstraint("commitment_id", "seats_id"),)
    LABEL: ClassVar[Label] = Label("承诺落实", "Seats from minutes")
    TITLE: ClassVar[tuple[str, ...]] = ("source",)
    PART_OF: ClassVar[str] = "commitment_id"
    BY_HAND: ClassVar[bool] = False

    commitment_id: Mapped[str] = mapped_column(
        refers("commitment.id"), index=True, info=field("承诺", "Commitment", Kind.LINK, link="commitment")
    )
    seats_id: Mapped[str] = mapped_column(
        refers("base_seats.id"), index=True, info=field("批次容量", "Seats", Kind.LINK, width=30, link="base_seats")
    )
    source: Mapped[str] = mapped_column(String(160), info=field("依据", "Source", width=30))
    seats_before: Mapped[int] = mapped_column(info=field("原容量", "Seats before", Kind.NUMBER, width=8))
    added: Mapped[int] = mapped_column(info=field("增加", "Added", Kind.NUMBER, width=8))
    applied_on: Mapped[date] = mapped_column(info=field("落实日期", "Applied on", Kind.DATE))
