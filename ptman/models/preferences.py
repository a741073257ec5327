"""Who would like whom: ranked choices of students, and of supervisors among students."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models import targets
from ptman.models.choices import Chooser
from ptman.models.core import Record, field, refers


class Preference(Record):
    """One ranked choice (1 is the first): a student for a supervisor or base, or a supervisor for a student."""

    __tablename__ = "preference"
    __table_args__ = (
        CheckConstraint(targets.ONE, name="one_target"),
        CheckConstraint("rank >= 1", name="rank"),
        *(Index(f"uq_preference_{target}", "chosen_by", "student_id", target, unique=True) for target in targets.ALL),
    )
    LABEL: ClassVar[Label] = Label("志愿", "Preference")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    chosen_by: Mapped[Chooser] = mapped_column(default=Chooser.STUDENT, info=field("填报方", "Chosen by", width=8))
    rank: Mapped[int] = mapped_column(info=field("志愿顺序", "Rank", Kind.NUMBER, width=6, rule="count"))
    academic_supervisor_id: Mapped[str | None] = targets.academic()
    industry_supervisor_id: Mapped[str | None] = targets.industry()
    training_base_id: Mapped[str | None] = targets.base()
