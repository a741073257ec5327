"""Records what each aspect of the co-operation is to reach in a year, and by which measure or figure it is told."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

MEASURES = (
    "meetings actions commitments students milestones certifications trainees international titles resources courses "
    "bookings paired appointments guidance bases agreements seats seats_used placements contracts amount"
)
STATES = "planned under_way done dropped"


def upgrade() -> None:
    op.create_table(
        "coop_task",
        sa.Column("task_no", sa.String(20), nullable=False),
        sa.Column("aspect_code", sa.String(4), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(160), nullable=False),
        sa.Column("measure", _choice("measure", MEASURES), nullable=True),
        sa.Column("indicator", sa.String(60), nullable=True),
        sa.Column("unit", sa.String(12), nullable=True),
        sa.Column("target_value", sa.Integer(), nullable=False),
        sa.Column("actual_value", sa.Integer(), nullable=True),
        sa.Column("owner", sa.String(36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", _choice("taskstatus", STATES), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coop_task")),
        sa.UniqueConstraint("task_no", name=op.f("uq_coop_task_task_no")),
        sa.CheckConstraint("year BETWEEN 2000 AND 2100", name=op.f("ck_coop_task_year")),
        sa.CheckConstraint("target_value > 0", name=op.f("ck_coop_task_target")),
        sa.CheckConstraint("actual_value >= 0", name=op.f("ck_coop_task_actual")),
        sa.CheckConstraint("measure IS NOT NULL OR indicator IS NOT NULL", name=op.f("ck_coop_task_indicator")),
        sa.ForeignKeyConstraint(
            ["aspect_code"],
            ["coop_aspect.code"],
            name=op.f("fk_coop_task_aspect_code_coop_aspect"),
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    for column in ("aspect_code", "year"):
        op.create_index(op.f(f"ix_coop_task_{column}"), "coop_task", [column], unique=False)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _choice(name: str, values: str) -> sa.Enum:
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True, length=32)
