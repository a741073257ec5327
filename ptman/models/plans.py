"""Training plans: the milestones and courses between enrolment and degree, and their days (domain §4.2, §4.3)."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import DegreeRoute
from ptman.models.core import Record, field, refers


class MilestoneDef(Record):
    """One milestone as the office names it; due so many months after enrolment where its plan says nothing else."""

    __tablename__ = "milestone_def"
    __table_args__ = (CheckConstraint("months_after IS NULL OR months_after >= 0", name="months_after"),)
    LABEL: ClassVar[Label] = Label("培养环节定义", "Kind of milestone")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code",)
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    SORT: ClassVar[tuple[str, ...]] = ("step",)

    code: Mapped[str] = mapped_column(String(30), unique=True, info=field("代码", "Code", Kind.IDENTIFIER, width=18))
    step: Mapped[int] = mapped_column(info=field("次序", "Order", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(40), unique=True, info=field("环节名称", "Name", width=16))
    name_en: Mapped[str] = mapped_column(String(60), info=field("英文名称", "English name", width=24))
    months_after: Mapped[int | None] = mapped_column(
        info=field("入学后第几个月应完成", "Due, months after enrolment", Kind.NUMBER, width=10)
    )
    route: Mapped[DegreeRoute | None] = mapped_column(
        info=field("只属于该申请方式", "Only on the route", width=12),
    )
    for_degree: Mapped[bool] = mapped_column(
        default=True, info=field("授予学位所需", "Needed for the degree", Kind.FLAG, width=10)
    )
    has_panel: Mapped[bool] = mapped_column(default=False, info=field("设评审小组", "Has a panel", Kind.FLAG, width=8))


class TrainingPlan(Record):
    """The plan of some cohorts, of a programme or a category where it names one; the closest one holds."""

    __tablename__ = "training_plan"
    __table_args__ = (
        CheckConstraint("from_cohort BETWEEN 2000 AND 2100", name="cohort"),
        CheckConstraint("to_cohort IS NULL OR to_cohort >= from_cohort", name="cohorts"),
    )
    LABEL: ClassVar[Label] = Label("培养方案", "Training plan")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("plan_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("plan_no", "name")

    plan_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("方案编号", "Plan no.", Kind.IDENTIFIER, width=14)
    )
    name: Mapped[str] = mapped_column(String(80), info=field("方案名称", "Plan", width=28))
    from_cohort: Mapped[int] = mapped_column(info=field("自年级", "From cohort", Kind.NUMBER, width=8, rule="year"))
    to_cohort: Mapped[int | None] = mapped_column(info=field("至年级", "To cohort", Kind.NUMBER, width=8, rule="year"))
    programme_id: Mapped[str | None] = mapped_column(
        refers("programme.id"), index=True, info=field("培养项目", "Programme", Kind.LINK, width=20, link="programme")
    )
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"),
        index=True,
        info=field("专业学位类别", "Category", Kind.LINK, width=16, link="degree_category"),
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class PlanMilestone(Record):
    """What a plan changes in one milestone: another month, or that it is left out."""

    __tablename__ = "plan_milestone"
    __table_args__ = (
        UniqueConstraint("plan_id", "def_code"),
        CheckConstraint("months_after IS NULL OR months_after >= 0", name="months_after"),
    )
    LABEL: ClassVar[Label] = Label("方案环节", "Milestone of a plan")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("plan_id", "def_code")
    TITLE: ClassVar[tuple[str, ...]] = ("def_code",)
    PART_OF: ClassVar[str] = "plan_id"

    plan_id: Mapped[str] = mapped_column(
        refers("training_plan.id"),
        index=True,
        info=field("培养方案", "Plan", Kind.LINK, width=24, link="training_plan"),
    )
    def_code: Mapped[str] = mapped_column(
        refers("milestone_def.code"),
        index=True,
        info=field("环节", "Milestone", Kind.LINK, width=16, link="milestone_def"),
    )
    months_after: Mapped[int | None] = mapped_column(
        info=field("入学后第几个月应完成", "Due, months after enrolment", Kind.NUMBER, width=10)
    )
    wanted: Mapped[bool] = mapped_column(default=True, info=field("要求", "Required", Kind.FLAG, width=8))


class PlanCourse(Record):
    """A course of a plan, with its credits and the semester it is meant for."""

    __tablename__ = "plan_course"
    __table_args__ = (
        UniqueConstraint("plan_id", "course_code"),
        CheckConstraint("credit_x10 > 0", name="credit"),
    )
    LABEL: ClassVar[Label] = Label("方案课程", "Course of a plan")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("plan_id", "course_code")
    TITLE: ClassVar[tuple[str, ...]] = ("course_name",)
    PART_OF: ClassVar[str] = "plan_id"

    plan_id: Mapped[str] = mapped_column(
        refers("training_plan.id"),
        index=True,
        info=field("培养方案", "Plan", Kind.LINK, width=24, link="training_plan"),
    )
    course_code: Mapped[str] = mapped_column(
        String(30), info=field("课程代码", "Course code", Kind.IDENTIFIER, width=12)
    )
    course_name: Mapped[str] = mapped_column(String(80), info=field("课程名称", "Course", width=24))
    is_degree_course: Mapped[bool] = mapped_column(
        default=False, info=field("学位课", "Degree course", Kind.FLAG, width=8)
    )
    credit_x10: Mapped[int] = mapped_column(info=field("学分", "Credits", Kind.TENTHS, width=8))
    semester: Mapped[int | None] = mapped_column(info=field("第几学期", "Semester", Kind.NUMBER, width=8))
    compulsory: Mapped[bool] = mapped_column(default=True, info=field("必修", "Compulsory", Kind.FLAG, width=8))
