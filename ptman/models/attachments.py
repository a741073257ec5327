"""Files kept with a record, and the bytes of each different file, once (domain §11: scans are personal data)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.core import Noun, Record, field


class Attachment(Record):
    """One file with one record of any noun; its bytes are the blob of its hash."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "noun", "record_id"), CheckConstraint("size >= 0", name="size"))
    LABEL: ClassVar[Label] = Label("附件", "Attachment")
    BY_HAND: ClassVar[bool] = False
    TITLE: ClassVar[tuple[str, ...]] = ("file_name",)

    noun: Mapped[str] = mapped_column(String(40), info=field("种类", "Kind", Kind.IDENTIFIER, width=16))
    # No foreign key: what a file is attached to may be a record of any noun.
    record_id: Mapped[str] = mapped_column(String(36), info={"points_to_any": "noun"})
    file_name: Mapped[str] = mapped_column(String(255), info=field("文件名", "File", width=24))
    media_type: Mapped[str] = mapped_column(String(80), info=field("类型", "Type", Kind.IDENTIFIER, width=16))
    size: Mapped[int] = mapped_column(info=field("字节数", "Bytes", Kind.NUMBER, width=10))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    added_by: Mapped[str] = mapped_column(String(80), info=field("添加人", "Added by"))
    added_on: Mapped[date] = mapped_column(info=field("添加日期", "Added on", Kind.DATE))
    note: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class Blob(Noun):
    """The bytes of a file, by their SHA-256. No record: the journal names files by their hash and never holds them."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
