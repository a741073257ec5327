"""Series of document numbers, and the documents issued under them, frozen (domain §9.2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import DocumentStatus, DocumentStep
from ptman.models.choices_documents import DocumentKind, DocumentLanguage
from ptman.models.core import Record, field, refers

# The statuses of a document that stands, in the order of its way; those from printing on may have left the building.
LIVE = (
    *(DocumentStatus.ISSUED, DocumentStatus.PRINTED, DocumentStatus.SEALED),
    *(DocumentStatus.SENT, DocumentStatus.RETURNED, DocumentStatus.FILED),
)


class DocumentSeries(Record):
    """One run of numbers, such as 院函〔2026〕n号, begun anew each year."""

    __tablename__ = "document_series"
    LABEL: ClassVar[Label] = Label("发文字号", "Document series")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: Mapped[str] = mapped_column(String(20), unique=True, info=field("机关代字", "Code", Kind.IDENTIFIER))
    name: Mapped[str] = mapped_column(String(60), info=field("名称", "Name", width=24))
    kind: Mapped[DocumentKind] = mapped_column(unique=True, info=field("文种", "Kind", width=16))
    yearly: Mapped[bool] = mapped_column(
        default=True, server_default=true(), info=field("每年重新编号", "Begins anew each year", Kind.FLAG, width=10)
    )
    start_at: Mapped[int] = mapped_column(
        default=1, server_default="1", info=field("起始号", "First number", Kind.NUMBER, width=8, rule="count")
    )


class IssuedDocument(Record):
    """A document as it left the office: facts, layout and bytes never change; a void number stays taken."""

    __tablename__ = "issued_document"
    __table_args__ = (
        UniqueConstraint("series_id", "year", "seq"),
        CheckConstraint("seq >= 1", name="seq"),
        CheckConstraint("status <> 'void' OR void_reason IS NOT NULL", name="void_reason"),
    )
    LABEL: ClassVar[Label] = Label("已发文书", "Issued document")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("doc_no",)
    PERMANENT: ClassVar[bool] = True

    series_id: Mapped[str] = mapped_column(refers("document_series.id"))
    year: Mapped[int] = mapped_column(info=field("年份", "Year", Kind.NUMBER, width=6))
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    doc_no: Mapped[str] = mapped_column(
        String(60), unique=True, info=field("文号", "Document no.", Kind.IDENTIFIER, width=22)
    )
    kind: Mapped[DocumentKind] = mapped_column(info=field("文种", "Kind", width=16))
    title: Mapped[str] = mapped_column(String(120), info=field("标题", "Title", width=30))
    language: Mapped[DocumentLanguage] = mapped_column(
        default=DocumentLanguage.ZH, server_default="zh", info=field("语言", "Language", width=8)
    )
    addressee: Mapped[str] = mapped_column(String(80), info=field("主送单位", "Addressee", width=24))
    # No foreign keys: a letter outlives the records it was made from, also where their making is undone. A document
    # to a person, or about no stretch of practice, has no organisation or period.
    organisation_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "organisation"})
    period_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "period"})
    issued_on: Mapped[date] = mapped_column(info=field("发文日期", "Issued on", Kind.DATE))
    students: Mapped[int] = mapped_column(info=field("学生人数", "Students", Kind.NUMBER, width=8))
    facts: Mapped[str] = mapped_column()
    facts_sha: Mapped[str] = mapped_column(String(64))
    template_version: Mapped[str] = mapped_column(String(40))
    pdf: Mapped[bytes] = mapped_column()
    pdf_sha: Mapped[str] = mapped_column(String(64))
    status: Mapped[DocumentStatus] = mapped_column(default=DocumentStatus.ISSUED, info=field("状态", "Status", width=8))
    void_reason: Mapped[str | None] = mapped_column(info=field("作废原因", "Void because", Kind.LONG, width=20))

    supersedes_id: Mapped[str | None] = mapped_column(String(36), index=True, info={"points_to": "issued_document"})
    return_by: Mapped[date | None] = mapped_column(
        info=field("应收回日期", "Due back", Kind.DATE, due=Label("函件应收回", "Letter due back"))
    )

    @override
    @classmethod
    def settled(cls, values: Mapping[str, Any]) -> bool:
        """Only what is out and has not come back is awaited."""
        return values["status"] is not DocumentStatus.SENT

    @override
    def withdraw(self) -> None:
        self.status = DocumentStatus.VOID
        self.void_reason = "撤销 Undone"


class IssuedDocumentStep(Record):
    """One dated step of a document on its way out and back, as it was done by hand."""

    __tablename__ = "issued_document_step"
    __table_args__ = (CheckConstraint("copies >= 1", name="copies"),)
    LABEL: ClassVar[Label] = Label("文书去向", "Step of a document")

    document_id: Mapped[str] = mapped_column(
        refers("issued_document.id"), index=True, info=field("文书", "Document", Kind.LINK, link="issued_document")
    )
    step: Mapped[DocumentStep] = mapped_column(info=field("步骤", "Step", width=10))
    done_on: Mapped[date] = mapped_column(info=field("日期", "Date", Kind.DATE))
    who: Mapped[str | None] = mapped_column(String(40), info=field("经办人", "By"))
    copies: Mapped[int | None] = mapped_column(info=field("份数", "Copies", Kind.NUMBER, width=6))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
    undone_because: Mapped[str | None] = mapped_column(
        info=field("撤回原因", "Taken back because", Kind.LONG, width=20)
    )
