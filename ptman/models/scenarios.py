"""Scenarios of an assignment: how each was solved, whom it gives to whom, what people said and changed."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models import targets
from ptman.models.choices_assigning import PairRole, ScenarioMode, ScenarioState
from ptman.models.core import Record, field, refers

ENGINE_TARGETS = tuple(f"engine_{target}" for target in targets.ALL)
LIVE = text("state <> 'discarded'")


def _at_most(columns: tuple[str, ...]) -> str:
    """A pair names at most one, and of the kind its role asks for."""
    return " AND ".join(
        f"({column} IS NULL OR role = '{role.value}')" for role, column in zip(PairRole, columns, strict=True)
    )


class Scenario(Record):
    """One named way to pair a cohort. `answer` is what the engine stated, with its prices; None until it is solved.

    `situation` is the digest of what the office knew then, `input_hash` that of the problem it was turned into.
    `limits` are quotas that hold in this scenario alone.
    """

    __tablename__ = "scenario"
    __table_args__ = (
        Index("uq_scenario_name", "cohort_year", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        CheckConstraint("length(trim(name)) > 0", name="name"),
        CheckConstraint("state <> 'final' OR finalised_on IS NOT NULL", name="finalised"),
    )
    LABEL: ClassVar[Label] = Label("配对方案", "Scenario")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("cohort_year", "name")

    cohort_year: Mapped[int] = mapped_column(info=field("年级", "Cohort", Kind.NUMBER, width=6, rule="year"))
    name: Mapped[str] = mapped_column(String(60), info=field("名称", "Name", width=20))
    mode: Mapped[ScenarioMode] = mapped_column(default=ScenarioMode.TOTAL, info=field("求解方式", "Mode", width=12))
    weights: Mapped[dict[str, Any]] = mapped_column(JSON)  # whole numbers by the key of the weight
    seed: Mapped[str] = mapped_column(String(60), info=field("抽签号", "Seed of the draw", width=12))
    again: Mapped[bool] = mapped_column(default=False, info=field("可调整现有", "May move what stands", Kind.FLAG))
    against_id: Mapped[str | None] = mapped_column(refers("scenario.id"))
    copied_from_id: Mapped[str | None] = mapped_column(refers("scenario.id"))
    state: Mapped[ScenarioState] = mapped_column(default=ScenarioState.OPEN, info=field("状态", "State", width=10))
    drafted_on: Mapped[date | None] = mapped_column(info=field("征求意见日期", "Draft on", Kind.DATE, rule="date"))
    finalised_on: Mapped[date | None] = mapped_column(info=field("定稿日期", "Final on", Kind.DATE, rule="date"))
    limits: Mapped[list[Any]] = mapped_column(JSON, default=list)  # role, id, period and places of each
    value: Mapped[int | None] = mapped_column(info=field("总扣分", "Points", Kind.NUMBER, width=8))
    bound: Mapped[int | None] = mapped_column(info=field("下界", "Bound", Kind.NUMBER, width=8))
    answer: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True)
    )  # as `ptman.assign.stored_answers` writes it
    input_hash: Mapped[str | None] = mapped_column(String(64))
    situation: Mapped[str | None] = mapped_column(String(64))


class ScenarioPair(Record):
    """One role of one student in a scenario: whom it gives, and whom the engine had given.

    `changed_in` and `locked_in` are numbers of change sets: who and when is what the journal says, never typed.
    """

    __tablename__ = "scenario_pair"
    __table_args__ = (
        Index("uq_scenario_pair_place", "scenario_id", "student_id", "role", unique=True),
        CheckConstraint(_at_most(targets.ALL), name="target"),
        CheckConstraint(_at_most(ENGINE_TARGETS), name="engine_target"),
    )
    LABEL: ClassVar[Label] = Label("方案配对", "Pair of a scenario")

    scenario_id: Mapped[str] = mapped_column(
        refers("scenario.id"), info=field("方案", "Scenario", Kind.LINK, link="scenario")
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    role: Mapped[PairRole] = mapped_column(info=field("角色", "Role", width=8))
    academic_supervisor_id: Mapped[str | None] = targets.academic()
    industry_supervisor_id: Mapped[str | None] = targets.industry()
    training_base_id: Mapped[str | None] = targets.base()
    engine_academic_supervisor_id: Mapped[str | None] = mapped_column(refers("academic_supervisor.id"))
    engine_industry_supervisor_id: Mapped[str | None] = mapped_column(refers("industry_supervisor.id"))
    engine_training_base_id: Mapped[str | None] = mapped_column(refers("training_base.id"))
    by_hand: Mapped[bool] = mapped_column(default=False, info=field("人工调整", "By hand", Kind.FLAG, width=6))
    reason: Mapped[str | None] = mapped_column(info=field("理由", "Reason", Kind.LONG, width=24))
    changed_in: Mapped[int | None] = mapped_column()
    locked: Mapped[bool] = mapped_column(default=False, info=field("锁定", "Locked", Kind.FLAG, width=6))
    lock_reason: Mapped[str | None] = mapped_column(info=field("锁定理由", "Why locked", Kind.LONG, width=24))
    locked_in: Mapped[int | None] = mapped_column()


class ScenarioComment(Record):
    """What somebody remarked on a pairing of a scenario, or on all of it, until it is resolved."""

    __tablename__ = "scenario_comment"
    __table_args__ = (CheckConstraint("length(trim(words)) > 0", name="words"),)
    LABEL: ClassVar[Label] = Label("方案意见", "Comment on a scenario")

    scenario_id: Mapped[str] = mapped_column(
        refers("scenario.id"), index=True, info=field("方案", "Scenario", Kind.LINK, link="scenario")
    )
    student_id: Mapped[str | None] = mapped_column(
        refers("student.id"), info=field("学生", "Student", Kind.LINK, link="student")
    )
    role: Mapped[PairRole | None] = mapped_column(info=field("角色", "Role", width=8))
    words: Mapped[str] = mapped_column(info=field("意见", "Comment", Kind.LONG, width=30))
    said_in: Mapped[int] = mapped_column()
    resolved: Mapped[bool] = mapped_column(default=False, info=field("已处理", "Resolved", Kind.FLAG, width=6))
    answer: Mapped[str | None] = mapped_column(info=field("处理结果", "Outcome", Kind.LONG, width=24))
    resolved_in: Mapped[int | None] = mapped_column()
