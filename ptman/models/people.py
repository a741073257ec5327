"""People: one identity for students, staff and people from industry (domain §2.1)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices import Gender, IdType
from ptman.models.core import Record, field


class Person(Record):
    """A human being, once, whatever roles they have."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("id_type", "id_number"),
        CheckConstraint("length(name) BETWEEN 1 AND 36", name="name_length"),
        CheckConstraint("id_number IS NULL OR id_type IS NOT NULL", name="id_has_type"),
    )
    LABEL: ClassVar[Label] = Label("人员", "Person")
    IMPORTED: ClassVar[bool] = False  # people come with the roster of what they are
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("id_type", "id_number")

    name: Mapped[str] = mapped_column(
        String(36),
        index=True,
        info=field("姓名", "Name", Kind.NAME, width=10, rule="person_name", aliases=("学生姓名",)),
    )
    name_pinyin: Mapped[str | None] = mapped_column(String(120), info=field("姓名拼音", "Pinyin", width=16))
    initials: Mapped[str | None] = mapped_column(String(36), index=True)
    gender: Mapped[Gender | None] = mapped_column(info=field("性别", "Gender", width=6))
    id_type: Mapped[IdType | None] = mapped_column(info=field("证件类型", "ID type", width=12))
    id_number: Mapped[str | None] = mapped_column(
        String(30),
        info=field(
            "身份证号",
            "ID no.",
            Kind.IDENTIFIER,
            width=20,
            rule="id_number",
            aliases=("证件号码", "证件号", "身份证号码", "身份证"),
            sensitivity=Sensitivity.GUARDED,
        ),
    )
    birth_date: Mapped[date | None] = mapped_column(
        info=field(
            "出生日期", "Born on", Kind.DATE, rule="date", aliases=("出生年月",), sensitivity=Sensitivity.PERSONAL
        )
    )
    mobile: Mapped[str | None] = mapped_column(
        String(20),
        info=field(
            "手机",
            "Mobile",
            Kind.PHONE,
            width=14,
            rule="mobile",
            aliases=("手机号", "手机号码", "联系电话", "移动电话"),
            sensitivity=Sensitivity.PERSONAL,
        ),
    )
    email: Mapped[str | None] = mapped_column(
        String(120),
        info=field(
            "邮箱",
            "Email",
            Kind.EMAIL,
            width=24,
            rule="email",
            aliases=("电子邮箱", "电子邮件", "E-mail"),
            sensitivity=Sensitivity.PERSONAL,
        ),
    )
    highest_degree: Mapped[str | None] = mapped_column(
        String(20), info=field("最高学历/学位", "Highest degree", aliases=("最高学历", "最高学位", "学历", "学位"))
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24, aliases=("说明",)))
