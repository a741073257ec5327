"""What the office knows of each source of workbooks: what its files said, and what its headers mean."""

from typing import Any, ClassVar

from sqlalchemy import JSON, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.core import Noun, Record, field


class ImportedFile(Record):
    """One kept file of a source, which is a kind of workbook and who sends it.

    `said` is noun → id of the record → field → value as in the journal, and only what the source had not said
    before. It is written in the change set of the import, so that an undo of the import forgets it too. Nothing
    refers to it and it refers to nothing: imports of one source can be undone in any order.
    """

    __tablename__ = "imported_file"
    __table_args__ = (Index(None, "kind", "sender"),)
    LABEL: ClassVar[Label] = Label("导入的文件", "Imported file")

    kind: Mapped[str] = mapped_column(String(120))
    sender: Mapped[str] = mapped_column(String(60), info=field("来源", "Source", width=20))
    file_name: Mapped[str] = mapped_column(String(255), info=field("文件名", "File", width=24))
    sha256: Mapped[str] = mapped_column(String(64))
    refused: Mapped[int] = mapped_column(
        default=0, server_default="0", info=field("未收行数", "Rows refused", Kind.NUMBER, width=8)
    )
    said: Mapped[dict[str, Any]] = mapped_column(JSON)  # values are what their columns are


class SourceColumn(Record):
    """What one header of a source's workbooks means, as somebody said by hand; a source is a kind and who sends it.

    `column_key` is a column of the kind (student.student_no, academic#2), empty where the header is to be left out.
    `header` is as the workbook has it, `header_key` what it is recognised by.
    """

    __tablename__ = "source_column"
    __table_args__ = (UniqueConstraint("kind", "sender", "header_key"),)
    LABEL: ClassVar[Label] = Label("列的对应", "Column of a source")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("kind", "sender", "header_key")

    kind: Mapped[str] = mapped_column(String(120))
    sender: Mapped[str] = mapped_column(String(60), info=field("来源", "Source", width=20))
    header: Mapped[str] = mapped_column(String(200), info=field("表头", "Header", width=20))
    header_key: Mapped[str] = mapped_column(String(200))
    column_key: Mapped[str] = mapped_column(String(120))


class ImportedRows(Noun):
    """By which digests the rows of a source's last file are told when they come again, and of which records they speak.

    It only spares work: without it, or where anything it leans on has changed after `seen` (the change set up to which
    the import had looked; `kept` is its own), rows are read and compared again. So it is no record and not journalled.
    """

    __tablename__ = "imported_rows"

    kind: Mapped[str] = mapped_column(String(120), primary_key=True)
    sender: Mapped[str] = mapped_column(String(60), primary_key=True)
    seen: Mapped[int] = mapped_column()
    kept: Mapped[int] = mapped_column()
    marks: Mapped[bytes] = mapped_column(LargeBinary)
