"""What the office has decided before any pair is proposed: who must not be paired, who should, who needs less."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models import targets
from ptman.models.choices_assigning import HintGround, HintKind
from ptman.models.core import Record, field, refers


class PairingHint(Record):
    """One pair that is never, rather not, or rather so: forbidden pairs hold at any price, the others count points."""

    __tablename__ = "pairing_hint"
    __table_args__ = (
        CheckConstraint(targets.ONE, name="one_target"),
        CheckConstraint("length(trim(reason)) > 0", name="reason"),
        *(Index(f"uq_pairing_hint_{target}", "student_id", target, unique=True) for target in targets.ALL),
    )
    LABEL: ClassVar[Label] = Label("回避与倾向", "Pairing hint")

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    kind: Mapped[HintKind] = mapped_column(info=field("意见", "Hint", width=10))
    ground: Mapped[HintGround] = mapped_column(info=field("缘由", "Ground", width=12))
    reason: Mapped[str] = mapped_column(info=field("说明", "Reason", Kind.LONG, width=24))
    academic_supervisor_id: Mapped[str | None] = targets.academic()
    industry_supervisor_id: Mapped[str | None] = targets.industry()
    training_base_id: Mapped[str | None] = targets.base()


class PairingNeed(Record):
    """What a student needs who does not need all three; without such a record a student needs all."""

    __tablename__ = "pairing_need"
    __table_args__ = (
        CheckConstraint("academic OR industry OR base", name="something"),
        CheckConstraint("length(trim(reason)) > 0", name="reason"),
    )
    LABEL: ClassVar[Label] = Label("配对需求", "Pairing need")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id",)

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), unique=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    academic: Mapped[bool] = mapped_column(default=True, info=field("需校内导师", "Needs academic", Kind.FLAG, width=8))
    industry: Mapped[bool] = mapped_column(default=True, info=field("需企业导师", "Needs industry", Kind.FLAG, width=8))
    base: Mapped[bool] = mapped_column(default=True, info=field("需实践基地", "Needs a base", Kind.FLAG, width=8))
    reason: Mapped[str] = mapped_column(info=field("说明", "Reason", Kind.LONG, width=24))
