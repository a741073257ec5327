"""Who would like whom: ranked choices of students, and of supervisors among students."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Chooser
from ptman.models.core import Record, field, refers

ONE_TARGET = (
    "(academic_supervisor_id IS NOT NULL) + (industry_supervisor_id IS NOT NULL) + (training_base_id IS NOT NULL) = 1"
)
TARGETS = ("academic_supervisor_id", "industry_supervisor_id", "training_base_id")


class Preference(Record):
    """One ranked choice (1 is the first): a student for a supervisor or base, or a supervisor for a student."""

    __tablename__ = "preference"
    __table_args__ = (
        CheckConstraint(ONE_TARGET, name="one_target"),
        CheckConstraint("rank >= 1", name="rank"),
        *(Index(f"uq_preference_{target}", "chosen_by", "student_id", target, unique=True) for target in TARGETS),
    )
    LABEL: ClassVar[Label] = Label("志愿", "Preference")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    chosen_by: Mapped[Chooser] = mapped_column(default=Chooser.STUDENT, info=field("填报方", "Chosen by", width=8))
    rank: Mapped[int] = mapped_column(info=field("志愿顺序", "Rank", Kind.NUMBER, width=6, rule="count"))
    academic_supervisor_id: Mapped[str | None] = mapped_column(
        refers("academic_supervisor.id"),
        info=field("校内导师", "Academic supervisor", Kind.LINK, link="academic_supervisor"),
    )
    industry_supervisor_id: Mapped[str | None] = mapped_column(
        refers("industry_supervisor.id"),
        info=field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor"),
    )
    training_base_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"), info=field("基地", "Base", Kind.LINK, link="training_base")
    )
