"""What is studied: degree categories, their fields, and the programmes run with partners (domain §1.1, §4.2)."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.models.core import Record, field, refers


class ProgrammeKind(Choice):
    EXCELLENCE = "excellence", "卓越培养项目", "Excellence"
    HUAWEI_MASTER = "huawei_master", "华为联合专业硕士", "Huawei joint master"
    ENTERPRISE_JOINT = "enterprise_joint", "校企联合培养", "Enterprise joint"
    INTERNATIONAL = "international", "国际合作", "International"


class DegreeCategory(Record):
    """A professional degree category, such as 0854 电子信息."""

    __tablename__ = "degree_category"
    __table_args__ = (CheckConstraint("length(code) = 4", name="code_length"),)
    LABEL: ClassVar[Label] = Label("专业学位类别", "Degree category")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: Mapped[str] = mapped_column(String(4), unique=True, info=field("代码", "Code", Kind.IDENTIFIER, width=8))
    name: Mapped[str] = mapped_column(String(40), info=field("名称", "Name", width=16))
    name_en: Mapped[str | None] = mapped_column(String(80), info=field("英文名称", "English name", width=30))


class DegreeField(Record):
    """A field within a category, such as 085404 计算机技术."""

    __tablename__ = "degree_field"
    __table_args__ = (CheckConstraint("length(code) = 6", name="code_length"),)
    LABEL: ClassVar[Label] = Label("专业领域", "Degree field")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: Mapped[str] = mapped_column(String(6), unique=True, info=field("代码", "Code", Kind.IDENTIFIER, width=8))
    category_code: Mapped[str] = mapped_column(
        refers("degree_category.code"), index=True, info=field("类别", "Category", Kind.LINK, link="degree_category")
    )
    name: Mapped[str] = mapped_column(String(40), info=field("名称", "Name", width=20))
    name_en: Mapped[str | None] = mapped_column(String(80), info=field("英文名称", "English name", width=30))


class Programme(Record):
    """A training programme run with partners."""

    __tablename__ = "programme"
    __table_args__ = (CheckConstraint("quota_per_year >= 0", name="quota"),)
    LABEL: ClassVar[Label] = Label("培养项目", "Programme")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("programme_no",)

    programme_no: Mapped[str] = mapped_column(
        String(20), unique=True, info=field("项目编号", "Programme no.", Kind.IDENTIFIER)
    )
    name: Mapped[str] = mapped_column(String(80), info=field("项目名称", "Programme", width=24))
    kind: Mapped[ProgrammeKind] = mapped_column(info=field("项目类型", "Kind", width=16))
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"), info=field("类别", "Category", Kind.LINK, link="degree_category")
    )
    start_year: Mapped[int | None] = mapped_column(info=field("起始年份", "Since", Kind.NUMBER, width=8))
    quota_per_year: Mapped[int | None] = mapped_column(info=field("每年名额", "Quota a year", Kind.NUMBER, width=8))
    leader_campus: Mapped[str | None] = mapped_column(String(36), info=field("校方负责人", "Campus leader"))
    leader_industry: Mapped[str | None] = mapped_column(String(36), info=field("企业负责人", "Industry leader"))
