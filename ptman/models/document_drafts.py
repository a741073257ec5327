"""Documents that were begun and laid aside: what was chosen and answered, until they are issued or discarded."""

from datetime import date
from typing import ClassVar

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_documents import DocumentKind, DocumentLanguage
from ptman.models.core import Record, field


class DocumentDraft(Record):
    """One document, or the dispatch letters of a whole cohort (`cohort_year`), of which each is taken or left out.

    `chosen` and `left_out` are ids of records, of a cohort's letters their keys. No foreign keys: what is gone when
    the draft is taken up again is named then. `answers` are the answers given, by the key of the question.
    """

    __tablename__ = "document_draft"
    __table_args__ = (CheckConstraint("cohort_year IS NULL OR kind = 'placement_letter'", name="cohort"),)
    LABEL: ClassVar[Label] = Label("拟稿", "Document in hand")
    TITLE: ClassVar[tuple[str, ...]] = ("title",)
    SEARCHED: ClassVar[tuple[str, ...]] = ("title",)
    SORT: ClassVar[tuple[str, ...]] = ("-saved_on",)
    CHIPS: ClassVar[str] = "kind"
    IMPORTED: ClassVar[bool] = False
    BY_HAND: ClassVar[bool] = False

    kind: Mapped[DocumentKind] = mapped_column(info=field("文种", "Kind", width=16))
    title: Mapped[str] = mapped_column(String(120), info=field("内容", "Contents", width=28))
    cohort_year: Mapped[int | None] = mapped_column(
        unique=True, info=field("届", "Cohort", Kind.NUMBER, width=6, rule="year")
    )
    language: Mapped[DocumentLanguage] = mapped_column(info=field("语言", "Language", width=8))
    layout: Mapped[str] = mapped_column(String(20))
    chosen: Mapped[list[str]] = mapped_column(JSON)
    left_out: Mapped[list[str]] = mapped_column(JSON)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    count: Mapped[int] = mapped_column(info=field("已选", "Chosen", Kind.NUMBER, width=6))
    saved_on: Mapped[date] = mapped_column(info=field("暂存日期", "Laid aside on", Kind.DATE))
    saved_by: Mapped[str] = mapped_column(String(80), info=field("经办人", "By", width=10))
