"""The log of every step by which a record went from one state to another (domain §5.1–5.16)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.core import Record, field


class StateLog(Record):
    """One step of one record of any noun; only undoing the step takes its line away."""

    __tablename__ = "state_log"
    __table_args__ = (Index(None, "noun", "record_id"),)
    LABEL: ClassVar[Label] = Label("办理记录", "Step taken")
    BY_HAND: ClassVar[bool] = False

    noun: Mapped[str] = mapped_column(String(40), info=field("种类", "Kind", Kind.IDENTIFIER, width=16))
    # No foreign key: what the step was taken on may be a record of any noun.
    record_id: Mapped[str] = mapped_column(String(36), info={"points_to_any": "noun"})
    from_state: Mapped[str] = mapped_column(String(32), info=field("原状态", "From", Kind.IDENTIFIER))
    to_state: Mapped[str] = mapped_column(String(32), info=field("新状态", "To", Kind.IDENTIFIER))
    step: Mapped[str] = mapped_column(String(40), info=field("步骤", "Step", Kind.IDENTIFIER))
    moved_on: Mapped[date] = mapped_column(info=field("日期", "Date", Kind.DATE))
    by: Mapped[str] = mapped_column(String(80), info=field("经办人", "By"))
    reason: Mapped[str | None] = mapped_column(info=field("原因", "Reason", Kind.LONG, width=24))
