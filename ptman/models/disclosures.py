"""Consent of students to giving their data away, and the record of each time data was given (domain §11)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.errors import PtmanError
from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import OrgType
from ptman.models.core import Record, Rule, field, refers
from ptman.rules.disclosing import Purpose

_UNDONE = "函件的签发已撤销；曾经提供的记录保留。 The letter was taken back; the record stays."


def _one_recipient(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:  # Any: columns
    keys = ("recipient_id", "recipient_kind")
    if all(values[key] is not None for key in keys):
        both = Label("接收单位和接收方类型只填一项", "either the recipient or the kind of recipient, not both")
        yield keys, ("recipient_kind", both)


def _in_order(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:  # Any: columns
    given, withdrawn = values["given_on"], values["withdrawn_on"]
    if given is not None and withdrawn is not None and withdrawn < given:
        late = Label("不早于同意日期", "a day not before the consent was given")
        yield ("given_on", "withdrawn_on"), ("withdrawn_on", late)


class Consent(Record):
    """A student agreed on a day that data may be given for a purpose: to one recipient, a kind of them, or any."""

    __tablename__ = "consent"
    __table_args__ = (
        UniqueConstraint("student_id", "purpose", "recipient_id", "recipient_kind", "given_on"),
        CheckConstraint("recipient_id IS NULL OR recipient_kind IS NULL", name="one_recipient"),
        CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= given_on", name="dates"),
    )
    LABEL: ClassVar[Label] = Label("同意书", "Consent")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "purpose", "recipient_id", "given_on")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "purpose", "given_on")
    SORT: ClassVar[tuple[str, ...]] = ("-given_on", "student_id")
    CHIPS: ClassVar[str] = "purpose"
    RULES: ClassVar[tuple[Rule, ...]] = (_one_recipient, _in_order)

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=20, link="student")
    )
    purpose: Mapped[Purpose] = mapped_column(info=field("用途", "Purpose", width=14))
    recipient_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("接收单位", "Recipient", Kind.LINK, width=24, link="organisation"),
    )
    recipient_kind: Mapped[OrgType | None] = mapped_column(info=field("接收方类型", "Kind of recipient", width=12))
    given_on: Mapped[date] = mapped_column(info=field("同意日期", "Given on", Kind.DATE, rule="date"))
    withdrawn_on: Mapped[date | None] = mapped_column(info=field("撤回日期", "Withdrawn on", Kind.DATE, rule="date"))
    notice_version: Mapped[str | None] = mapped_column(
        String(40), info=field("告知书版本", "Notice version", Kind.IDENTIFIER, width=14)
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class Disclosure(Record):
    """Data that was given to somebody; it never changes, and for three years the database itself keeps it.

    No foreign keys: it outlives the records that it names. `subject_ids` are the students whose data it was.
    """

    __tablename__ = "disclosure"
    __table_args__ = (
        CheckConstraint('"rows" >= 1', name="rows"),
        CheckConstraint("purpose <> 'other' OR note IS NOT NULL", name="other_said"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
    )
    LABEL: ClassVar[Label] = Label("对外提供记录", "Disclosure")
    TITLE: ClassVar[tuple[str, ...]] = ("recipient_name", "given_on")
    SORT: ClassVar[tuple[str, ...]] = ("-given_on",)
    SEARCHED: ClassVar[tuple[str, ...]] = ("recipient_name", "list_title", "file_name", "sha256")
    CHIPS: ClassVar[str] = "purpose"
    PERMANENT: ClassVar[bool] = True
    BY_HAND: ClassVar[bool] = False
    IMPORTED: ClassVar[bool] = False

    given_on: Mapped[date] = mapped_column(info=field("提供日期", "Given on", Kind.DATE))
    who: Mapped[str] = mapped_column(String(80), info=field("经办人", "By"))
    recipient_name: Mapped[str] = mapped_column(String(80), info=field("接收方", "Recipient", width=24))
    recipient_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "organisation"})
    outside: Mapped[bool] = mapped_column(info=field("校外", "Outside", Kind.FLAG, width=6))
    purpose: Mapped[Purpose] = mapped_column(info=field("用途", "Purpose", width=14))
    note: Mapped[str | None] = mapped_column(String(200), info=field("用途说明", "Purpose in words", width=20))
    agreement: Mapped[str | None] = mapped_column(String(120), info=field("依据协议", "Agreement", width=18))
    list_title: Mapped[str] = mapped_column(String(120), info=field("名册", "List", width=18))
    fields: Mapped[str] = mapped_column(info=field("提供的字段", "Fields given", Kind.LONG, width=30))
    sensitive: Mapped[str | None] = mapped_column(info=field("其中敏感字段", "Sensitive among them", width=20))
    unmask_reason: Mapped[str | None] = mapped_column(
        String(200), info=field("提供完整证件号的理由", "Whole ID numbers because", width=20)
    )
    rows: Mapped[int] = mapped_column(info=field("行数", "Rows", Kind.NUMBER, width=6))
    excluded: Mapped[int] = mapped_column(
        default=0, info=field("未同意而剔除", "Left out without consent", Kind.NUMBER, width=8)
    )
    file_name: Mapped[str] = mapped_column(String(255), info=field("文件名", "File", width=24))
    sha256: Mapped[str] = mapped_column(String(64), info=field("文件 SHA-256", "SHA-256 of the file", Kind.IDENTIFIER))
    document_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "issued_document"})
    subject_ids: Mapped[list[str]] = mapped_column(JSON)
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=20))

    @override
    def withdraw(self) -> None:
        """A letter that is taken back stays on record as given; of anything else the undo is refused."""
        if self.document_id is None:
            raise PtmanError(
                "disclosure-kept",
                "个人信息已经提供给对方，这条记录依法保存三年，不能撤销。未作任何改动。",
                "The data has been given away; its record is kept three years by law and cannot be undone. "
                "Nothing was changed.",
            )
        self.remark = _UNDONE
