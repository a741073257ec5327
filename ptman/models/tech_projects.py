"""Technology projects with partners and who works in them, students among them (domain §7)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_technology import DemandSource, ProjectStage, TechRole
from ptman.models.core import Record, field, refers


class TechProject(Record):
    """A piece of work a partner wants or takes over; its contracts and its team hang on it."""

    __tablename__ = "tech_project"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),)
    LABEL: ClassVar[Label] = Label("技术项目", "Technology project")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("project_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("project_no", "name")
    CHIPS: ClassVar[str] = "stage"

    project_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("项目编号", "Project no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(120), info=field("项目名称", "Project", width=30))
    base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    partner_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("合作单位", "Partner", Kind.LINK, width=24, link="organisation"),
    )
    source: Mapped[DemandSource] = mapped_column(default=DemandSource.DEMAND, info=field("来源", "Source", width=10))
    subject: Mapped[str | None] = mapped_column(String(60), info=field("技术领域", "Field", width=16))
    stage: Mapped[ProjectStage] = mapped_column(default=ProjectStage.MATCHING, info=field("阶段", "Stage", width=8))
    starts_on: Mapped[date] = mapped_column(info=field("开始日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(info=field("结束日期", "To", Kind.DATE, rule="date"))
    confidential: Mapped[bool] = mapped_column(default=False, info=field("涉密", "Confidential", Kind.FLAG, width=6))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class TechMember(Record):
    """Somebody in the team; a student is named by their record."""

    __tablename__ = "tech_member"
    __table_args__ = (
        UniqueConstraint("project_id", "seq"),
        CheckConstraint("role <> 'student' OR student_id IS NOT NULL", name="student"),
    )
    LABEL: ClassVar[Label] = Label("项目成员", "Team member")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("project_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "project_id"

    project_id: Mapped[str] = mapped_column(
        refers("tech_project.id"), index=True, info=field("技术项目", "Project", Kind.LINK, link="tech_project")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    role: Mapped[TechRole] = mapped_column(default=TechRole.MEMBER, info=field("角色", "Role", width=8))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=20))
    student_id: Mapped[str | None] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=14, link="student")
    )
    task: Mapped[str | None] = mapped_column(String(120), info=field("分工", "Task", width=24))
    starts_on: Mapped[date | None] = mapped_column(info=field("参加日期", "From", Kind.DATE, rule="date"))
    ends_on: Mapped[date | None] = mapped_column(info=field("退出日期", "To", Kind.DATE, rule="date"))
