"""Both kinds of supervisors, academic and industry (domain §2.2–2.3)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, false
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices import SupervisorType, TitleLevel
from ptman.models.choices_double import PostRank, QualifiedBy
from ptman.models.core import Record, field, refers

CODES_ONLY = "{0} IS NULL OR {0} NOT GLOB '*[^0-9,]*'"


class AcademicSupervisor(Record):
    """A supervisor on campus, by staff number. `category_codes` are comma-separated, sorted, four digits each."""

    __tablename__ = "academic_supervisor"
    __table_args__ = (
        CheckConstraint("max_students >= 0", name="max_students"),
        CheckConstraint(CODES_ONLY.format("category_codes"), name="category_codes"),
    )
    LABEL: ClassVar[Label] = Label("校内导师", "Academic supervisor")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("staff_no",)

    staff_no: Mapped[str] = mapped_column(
        String(20),
        unique=True,
        info=field(
            "工号",
            "Staff no.",
            Kind.IDENTIFIER,
            width=10,
            rule="staff_no",
            aliases=("教工号", "职工号", "教师工号", "导师工号", "Staff number"),
        ),
    )
    person_id: Mapped[str] = mapped_column(
        refers("person.id"), unique=True, info=field("人员", "Person", Kind.LINK, link="person")
    )
    department: Mapped[str] = mapped_column(
        String(60), info=field("学院", "Department", width=18, aliases=("所在院系", "所在学院", "院系", "所属学院"))
    )
    title_name: Mapped[str | None] = mapped_column(
        String(20), info=field("职称", "Title", width=10, aliases=("专业技术职务", "技术职称"))
    )
    supervisor_type: Mapped[SupervisorType | None] = mapped_column(
        info=field("导师类别", "Supervisor type", aliases=("导师类型",))
    )
    appointed_on: Mapped[date | None] = mapped_column(
        info=field("任导师年月", "Supervisor since", Kind.DATE, rule="date", aliases=("任导师时间",))
    )
    category_codes: Mapped[str | None] = mapped_column(
        info=field("可指导类别", "Categories", Kind.CODES, width=16, rule="category_codes", aliases=("指导类别",))
    )
    max_students: Mapped[int | None] = mapped_column(
        info=field(
            "可带人数", "Capacity", Kind.NUMBER, width=8, rule="count", aliases=("指导人数", "名额", "可带学生数")
        )
    )
    expertise: Mapped[str | None] = mapped_column(
        info=field("研究方向", "Expertise", width=30, aliases=("研究领域", "技术方向"))
    )


class IndustrySupervisor(Record):
    """A supervisor from Huawei or another enterprise, by the number the office gives."""

    __tablename__ = "industry_supervisor"
    __table_args__ = (CheckConstraint("max_students >= 0", name="max_students"),)
    LABEL: ClassVar[Label] = Label("企业导师", "Industry supervisor")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("supervisor_no",)

    supervisor_no: Mapped[str] = mapped_column(
        String(20),
        unique=True,
        info=field(
            "导师编号", "Supervisor no.", Kind.IDENTIFIER, width=14, rule="staff_no", aliases=("企业导师编号", "编号")
        ),
    )
    person_id: Mapped[str] = mapped_column(
        refers("person.id"), unique=True, info=field("人员", "Person", Kind.LINK, link="person")
    )
    organisation_id: Mapped[str] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field(
            "工作单位",
            "Organisation",
            Kind.LINK,
            width=24,
            link="organisation",
            aliases=("单位", "所在单位", "单位名称"),
        ),
    )
    department_name: Mapped[str | None] = mapped_column(
        String(60), info=field("部门", "Department", width=16, aliases=("所在部门",))
    )
    post: Mapped[str | None] = mapped_column(String(40), info=field("职务", "Post", width=14, aliases=("岗位",)))
    title_name: Mapped[str | None] = mapped_column(String(20), info=field("职称", "Title", width=12))
    title_level: Mapped[TitleLevel | None] = mapped_column(info=field("职称级别", "Title level"))
    work_start_year: Mapped[int | None] = mapped_column(
        info=field("参加工作年份", "Working since", Kind.NUMBER, width=8, rule="year")
    )
    expertise: Mapped[str] = mapped_column(
        info=field("研究方向", "Expertise", width=30, aliases=("技术方向", "研究/技术方向", "从事专业"))
    )
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"),
        info=field("指导类别", "Category", Kind.LINK, link="degree_category", aliases=("拟聘类别", "类别")),
    )
    max_students: Mapped[int | None] = mapped_column(
        info=field(
            "可带人数", "Capacity", Kind.NUMBER, width=8, rule="count", aliases=("指导人数", "名额", "可带学生数")
        )
    )
    recommended_by_id: Mapped[str | None] = mapped_column(
        refers("academic_supervisor.id"),
        info=field("推荐人", "Recommended by", Kind.LINK, link="academic_supervisor", aliases=("推荐导师",)),
    )
    source_base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"),
        info=field("所属基地", "Base", Kind.LINK, width=20, link="training_base", aliases=("基地", "基地名称")),
    )
    title_cert_no: Mapped[str | None] = mapped_column(
        String(40),
        info=field("职称证书编号", "Title certificate", Kind.IDENTIFIER, sensitivity=Sensitivity.PERSONAL),
    )
    degree_awarded_on: Mapped[date | None] = mapped_column(
        info=field("最高学位获得日期", "Degree awarded on", Kind.DATE, rule="date")
    )
    post_rank: Mapped[PostRank | None] = mapped_column(info=field("职务层级", "Rank of the post", width=8))
    tech_head_since: Mapped[date | None] = mapped_column(
        info=field("任技术负责人起", "Head of technology since", Kind.DATE, rule="date")
    )
    also_adjunct: Mapped[bool] = mapped_column(
        default=False, server_default=false(), info=field("兼任兼职导师", "Adjunct supervisor too", Kind.FLAG, width=8)
    )
    qualified_by: Mapped[QualifiedBy | None] = mapped_column(info=field("符合条件", "Qualified by", width=14))
    trained_on: Mapped[date | None] = mapped_column(info=field("导师培训日期", "Trained on", Kind.DATE, rule="date"))
