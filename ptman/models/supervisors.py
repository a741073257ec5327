"""Both kinds of supervisors and the terms for which industry supervisors are appointed (domain §2.2–2.4)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import AppointmentStatus, AppointType, SupervisorType, TitleLevel
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


class Appointment(Record):
    """A term for which an industry supervisor is appointed; a pairing lies inside one."""

    __tablename__ = "appointment"
    __table_args__ = (CheckConstraint("term_end > term_start", name="term"),)
    LABEL: ClassVar[Label] = Label("聘任", "Appointment")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("appointment_no",)
    TERM: ClassVar[tuple[str, str] | None] = ("term_start", "term_end")
    LATEST_OF: ClassVar[tuple[str, ...]] = ("industry_supervisor_id",)

    industry_supervisor_id: Mapped[str] = mapped_column(
        refers("industry_supervisor.id"),
        index=True,
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    appointment_no: Mapped[str | None] = mapped_column(
        String(30), unique=True, info=field("聘书编号", "Certificate no.", Kind.IDENTIFIER, width=16)
    )
    appoint_type: Mapped[AppointType] = mapped_column(
        default=AppointType.NEW, info=field("新聘/续聘", "New/renewal", width=8, aliases=("聘任类型",))
    )
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"), info=field("类别", "Category", Kind.LINK, link="degree_category")
    )
    term_start: Mapped[date] = mapped_column(
        info=field("聘期起", "From", Kind.DATE, rule="date", aliases=("聘期开始", "聘任开始", "聘期起始"))
    )
    term_end: Mapped[date] = mapped_column(
        info=field(
            "聘期止",
            "To",
            Kind.DATE,
            rule="date",
            aliases=("聘期结束", "聘任结束", "聘期终止"),
            due=Label("聘期届满", "Appointment ends"),
        )
    )
    status: Mapped[AppointmentStatus] = mapped_column(
        default=AppointmentStatus.ACTIVE, info=field("状态", "Status", width=8)
    )
    approval_doc_no: Mapped[str | None] = mapped_column(String(40), info=field("批准文号", "Approval", width=20))
    end_reason: Mapped[str | None] = mapped_column(info=field("结束原因", "Reason of ending", Kind.LONG, width=20))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return bool(values["status"] is AppointmentStatus.ENDED)
