"""Workbooks sent to people without an account, to be filled in and sent back."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_workbooks import WorkbookState
from ptman.models.core import Record, field, refers


class WorkbookOut(Record):
    """One workbook that went out: to whom, which list, what may be filled in, and every row as it was sent.

    `shape` and `sent` are what `ptman.roundtrip.shape` writes; what comes back is held against them. `recipient` is
    what the recipient was called that day.
    """

    __tablename__ = "workbook_out"
    __table_args__ = (
        CheckConstraint("rows_sent > 0", name="rows_sent"),
        CheckConstraint("due_on IS NULL OR due_on >= sent_on", name="dates"),
    )
    LABEL: ClassVar[Label] = Label("发出的工作簿", "Workbook sent out")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("number",)
    TITLE: ClassVar[tuple[str, ...]] = ("number", "recipient")
    SEARCHED: ClassVar[tuple[str, ...]] = ("recipient", "title")
    SORT: ClassVar[tuple[str, ...]] = ("-number",)
    CHIPS: ClassVar[str] = "status"
    IMPORTED: ClassVar[bool] = False
    BY_HAND: ClassVar[bool] = False

    number: Mapped[str] = mapped_column(
        String(20), unique=True, info=field("编号", "Number", Kind.IDENTIFIER, width=14)
    )
    recipient: Mapped[str] = mapped_column(String(80), info=field("收件人", "Recipient", width=26))
    title: Mapped[str] = mapped_column(String(80), info=field("内容", "Contents", width=22))
    status: Mapped[WorkbookState] = mapped_column(default=WorkbookState.OUT, info=field("状态", "Status", width=14))
    sent_on: Mapped[date] = mapped_column(info=field("发出日期", "Sent on", Kind.DATE, rule="date"))
    due_on: Mapped[date | None] = mapped_column(
        info=field("应返回", "Due back", Kind.DATE, rule="date", due=Label("工作簿应返回", "Workbook due back"))
    )
    answered_on: Mapped[date | None] = mapped_column(info=field("返回日期", "Back on", Kind.DATE, rule="date"))
    rows_sent: Mapped[int] = mapped_column(info=field("行数", "Rows", Kind.NUMBER, width=6))
    sent_by: Mapped[str] = mapped_column(String(80), info=field("经手人", "Sent by", width=10))
    organisation_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"), index=True, info=field("单位", "Organisation", Kind.LINK, link="organisation")
    )
    contact_id: Mapped[str | None] = mapped_column(
        refers("contact.id"), index=True, info=field("联系人", "Contact", Kind.LINK, link="contact")
    )
    person_id: Mapped[str | None] = mapped_column(
        refers("person.id"), index=True, info=field("人员", "Person", Kind.LINK, link="person")
    )
    note: Mapped[str | None] = mapped_column(info=field("说明", "Note", Kind.LONG, width=24))
    list_name: Mapped[str] = mapped_column(String(60))
    shape: Mapped[dict[str, Any]] = mapped_column(JSON)  # as `roundtrip.shape` writes it
    sent: Mapped[list[Any]] = mapped_column(JSON)  # as `roundtrip.shape` writes it

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] is not WorkbookState.OUT
