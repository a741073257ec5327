"""The aspects of the co-operation that meetings, resources and figures are sorted by (domain §6.1)."""

from typing import ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.core import Record, field


class CoopAspect(Record):
    """One aspect or promise of the agreement with the partners."""

    __tablename__ = "coop_aspect"
    LABEL: ClassVar[Label] = Label("合作方面", "Aspect of co-operation")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)
    TITLE: ClassVar[tuple[str, ...]] = ("code", "name")
    SORT: ClassVar[tuple[str, ...]] = ("seq",)

    code: Mapped[str] = mapped_column(
        String(4), unique=True, info=field("代码", "Code", Kind.IDENTIFIER, width=6, aliases=("方面代码",))
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(40), info=field("名称", "Name", width=20))
    name_en: Mapped[str] = mapped_column(String(60), info=field("英文名称", "English name", width=30))
