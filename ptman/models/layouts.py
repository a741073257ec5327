"""How lists are laid out, kept under names: one's own, the office's, or those of a recipient."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.core import Record, field, refers


class SavedLayout(Record):
    """One layout of one list; `owner` is who sees it, nobody in particular where it is empty.

    `shape` is what `ptman.export.layouts.layout` writes. A recipient's layout has its column order and its headers.
    """

    __tablename__ = "saved_layout"
    __table_args__ = (
        UniqueConstraint("list_name", "name", "owner"),
        CheckConstraint("organisation_id IS NULL OR person_id IS NULL", name="one_recipient"),
    )
    LABEL: ClassVar[Label] = Label("列表版式", "Layout of a list")
    BY_HAND: ClassVar[bool] = False
    IMPORTED: ClassVar[bool] = False

    list_name: Mapped[str] = mapped_column(String(60), info=field("列表", "List", Kind.IDENTIFIER, width=20))
    name: Mapped[str] = mapped_column(String(60), info=field("名称", "Name", width=24))
    owner: Mapped[str] = mapped_column(String(80), default="", info=field("使用者", "User", width=12))
    organisation_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"), index=True, info=field("接收单位", "Recipient", Kind.LINK, link="organisation")
    )
    person_id: Mapped[str | None] = mapped_column(
        refers("person.id"), index=True, info=field("接收人", "Receiving person", Kind.LINK, link="person")
    )
    shape: Mapped[str] = mapped_column()
