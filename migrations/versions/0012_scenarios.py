"""Keeps every way of pairing a cohort under its name, so that hand work on a proposal outlives the window."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TARGETS = {
    "academic_supervisor_id": ("academic_supervisor.id", "academic"),
    "industry_supervisor_id": ("industry_supervisor.id", "industry"),
    "training_base_id": ("training_base.id", "base"),
}


def upgrade() -> None:
    _scenario()
    _pair()
    _comment()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept() -> tuple[sa.Column, ...]:
    """What every record has."""
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
    )


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A reference, checked when the transaction ends."""
    name = op.f(f"fk_{table}_{column}_{target.partition('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _one_of(*values: str, name: str) -> sa.Enum:
    """A closed list, stored by value and checked by the database."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _scenario() -> None:
    live = sa.text("state <> 'discarded'")
    op.create_table(
        "scenario",
        sa.Column("cohort_year", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column(
            "mode",
            _one_of("total", "generous", "greedy", "stable", "minimal_change", name="scenariomode"),
            nullable=False,
        ),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("seed", sa.String(60), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("against_id", sa.String(36), nullable=True),
        sa.Column("copied_from_id", sa.String(36), nullable=True),
        sa.Column("state", _one_of("open", "draft", "final", "discarded", name="scenariostate"), nullable=False),
        sa.Column("drafted_on", sa.Date(), nullable=True),
        sa.Column("finalised_on", sa.Date(), nullable=True),
        sa.Column("limits", sa.JSON(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("bound", sa.Integer(), nullable=True),
        sa.Column("answer", sa.JSON(), nullable=True),
        sa.Column("input_hash", sa.String(64), nullable=True),
        sa.Column("situation", sa.String(64), nullable=True),
        *_kept(),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_scenario_name")),
        sa.CheckConstraint("state <> 'final' OR finalised_on IS NOT NULL", name=op.f("ck_scenario_finalised")),
        _link("scenario", "against_id", "scenario.id"),
        _link("scenario", "copied_from_id", "scenario.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario")),
    )
    op.create_index(
        op.f("uq_scenario_name"),
        "scenario",
        ["cohort_year", "name"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )


def _at_most(head: str = "") -> str:
    """A pair names at most one, and of the kind its role asks for."""
    return " AND ".join(f"({head}{column} IS NULL OR role = '{role}')" for column, (_, role) in TARGETS.items())


def _pair() -> None:
    table = "scenario_pair"
    op.create_table(
        table,
        sa.Column("scenario_id", sa.String(36), nullable=False),
        sa.Column("student_id", sa.String(36), nullable=False),
        sa.Column("role", _one_of("academic", "industry", "base", name="pairrole"), nullable=False),
        *(sa.Column(column, sa.String(36), nullable=True) for column in TARGETS),
        *(sa.Column(f"engine_{column}", sa.String(36), nullable=True) for column in TARGETS),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("changed_in", sa.Integer(), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("lock_reason", sa.String(), nullable=True),
        sa.Column("locked_in", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(_at_most(), name=op.f("ck_scenario_pair_target")),
        sa.CheckConstraint(_at_most("engine_"), name=op.f("ck_scenario_pair_engine_target")),
        _link(table, "scenario_id", "scenario.id"),
        _link(table, "student_id", "student.id"),
        *(_link(table, f"{head}{column}", to) for column, (to, _) in TARGETS.items() for head in ("", "engine_")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario_pair")),
    )
    op.create_index(op.f("ix_scenario_pair_student_id"), table, ["student_id"], unique=False)
    op.create_index(op.f("uq_scenario_pair_place"), table, ["scenario_id", "student_id", "role"], unique=True)


def _comment() -> None:
    table = "scenario_comment"
    op.create_table(
        table,
        sa.Column("scenario_id", sa.String(36), nullable=False),
        sa.Column("student_id", sa.String(36), nullable=True),
        sa.Column("role", _one_of("academic", "industry", "base", name="pairrole"), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_in", sa.Integer(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("resolved_in", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint("length(trim(words)) > 0", name=op.f("ck_scenario_comment_words")),
        _link(table, "scenario_id", "scenario.id"),
        _link(table, "student_id", "student.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario_comment")),
    )
    op.create_index(op.f("ix_scenario_comment_scenario_id"), table, ["scenario_id"], unique=False)
