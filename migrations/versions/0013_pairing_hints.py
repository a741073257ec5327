"""Records who must not be paired and who rather should, with the reason, and who does not need all three."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TARGETS = {
    "academic_supervisor_id": "academic_supervisor.id",
    "industry_supervisor_id": "industry_supervisor.id",
    "training_base_id": "training_base.id",
}
KINDS = ("forbid", "discourage_strongly", "discourage", "encourage", "encourage_strongly")
GROUNDS = ("relative", "same_employer", "conflict", "project", "other")


def upgrade() -> None:
    _hint()
    _need()


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


def _hint() -> None:
    table = "pairing_hint"
    one = " + ".join(f"({column} IS NOT NULL)" for column in TARGETS)
    op.create_table(
        table,
        sa.Column("student_id", sa.String(36), nullable=False),
        sa.Column("kind", _one_of(*KINDS, name="hintkind"), nullable=False),
        sa.Column("ground", _one_of(*GROUNDS, name="hintground"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *(sa.Column(column, sa.String(36), nullable=True) for column in TARGETS),
        *_kept(),
        sa.CheckConstraint(f"{one} = 1", name=op.f("ck_pairing_hint_one_target")),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_pairing_hint_reason")),
        _link(table, "student_id", "student.id"),
        *(_link(table, column, to) for column, to in TARGETS.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing_hint")),
    )
    op.create_index(op.f("ix_pairing_hint_student_id"), table, ["student_id"], unique=False)
    for column in TARGETS:
        op.create_index(op.f(f"uq_pairing_hint_{column}"), table, ["student_id", column], unique=True)


def _need() -> None:
    table = "pairing_need"
    op.create_table(
        table,
        sa.Column("student_id", sa.String(36), nullable=False),
        *(sa.Column(role, sa.Boolean(), nullable=False) for role in ("academic", "industry", "base")),
        sa.Column("reason", sa.String(), nullable=False),
        *_kept(),
        sa.CheckConstraint("academic OR industry OR base", name=op.f("ck_pairing_need_something")),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_pairing_need_reason")),
        _link(table, "student_id", "student.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing_need")),
        sa.UniqueConstraint("student_id", name=op.f("uq_pairing_need_student_id")),
    )
