"""The office's own templates of letters, every version kept; and the words each issued letter was written in."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_templates import (
    TemplateForm,
    TemplateGrid,
    TemplateHead,
    TemplateLanguage,
    TemplateSignature,
)
from ptman.models.core import Record, field


class LetterTemplate(Record):
    """One version of one template; a later version is a row of its own, and only the newest can be in use."""

    __tablename__ = "letter_template"
    __table_args__ = (
        UniqueConstraint("family", "language", "name", "edition"),
        CheckConstraint("edition >= 1", name="edition"),
        CheckConstraint("form <> 'docx' OR docx IS NOT NULL", name="docx"),
    )
    LABEL: ClassVar[Label] = Label("函件模板", "Letter template")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("family", "language", "name", "edition")

    family: Mapped[str] = mapped_column(String(40), info=field("文种", "Family", Kind.IDENTIFIER, width=18))
    language: Mapped[TemplateLanguage] = mapped_column(info=field("语言", "Language", width=8))
    name: Mapped[str] = mapped_column(String(40), info=field("名称", "Name", width=20))
    edition: Mapped[int] = mapped_column(info=field("版本", "Edition", Kind.NUMBER, width=6))
    form: Mapped[TemplateForm] = mapped_column(
        default=TemplateForm.WORDS, server_default="words", info=field("形式", "Form", width=10)
    )
    source: Mapped[str] = mapped_column()
    docx: Mapped[bytes | None] = mapped_column(LargeBinary)
    head: Mapped[TemplateHead] = mapped_column(
        default=TemplateHead.LETTER, server_default="letter", info=field("版头", "Head", width=16)
    )
    grid: Mapped[TemplateGrid] = mapped_column(
        default=TemplateGrid.STANDARD, server_default="standard", info=field("版心", "Grid", width=16)
    )
    signature: Mapped[TemplateSignature] = mapped_column(
        default=TemplateSignature.SEAL, server_default="seal", info=field("落款", "Signature", width=12)
    )
    in_use: Mapped[bool] = mapped_column(
        default=False, server_default="0", info=field("用于签发", "In use", Kind.FLAG, width=8)
    )
    saved_on: Mapped[date] = mapped_column(info=field("保存日期", "Saved on", Kind.DATE, width=10))


class IssuedWording(Record):
    """The words one issued document was written in, as they were then; edition 0 are those shipped."""

    __tablename__ = "issued_wording"
    __table_args__ = (UniqueConstraint("document_id", "family", "language"),)
    LABEL: ClassVar[Label] = Label("发文所用模板", "Words of a document")
    PERMANENT: ClassVar[bool] = True

    # No foreign keys: the words stay with the document whatever becomes of the template.
    document_id: Mapped[str] = mapped_column(String(36), index=True, info={"points_to": "issued_document"})
    template_id: Mapped[str | None] = mapped_column(String(36), info={"points_to": "letter_template"})
    family: Mapped[str] = mapped_column(String(40), info=field("文种", "Family", Kind.IDENTIFIER, width=18))
    language: Mapped[TemplateLanguage] = mapped_column(info=field("语言", "Language", width=8))
    name: Mapped[str] = mapped_column(String(40), info=field("模板", "Template", width=20))
    edition: Mapped[int] = mapped_column(info=field("版本", "Edition", Kind.NUMBER, width=6))
    source: Mapped[str] = mapped_column()
    source_sha: Mapped[str] = mapped_column(String(64))
    docx: Mapped[bytes | None] = mapped_column(LargeBinary)
    docx_sha: Mapped[str | None] = mapped_column(String(64))

    @override
    def withdraw(self) -> None:
        """The document it belongs to is made void; what it said stays known."""
