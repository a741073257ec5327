"""Keeps layouts of lists under names, so that a roster goes out next year as it went out this year."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_layout",
        sa.Column("list_name", sa.String(60), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("organisation_id", sa.String(36), nullable=True),
        sa.Column("person_id", sa.String(36), nullable=True),
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        _refers("organisation"),
        _refers("person"),
        sa.CheckConstraint("organisation_id IS NULL OR person_id IS NULL", name=op.f("ck_saved_layout_one_recipient")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_layout")),
        sa.UniqueConstraint("list_name", "name", "owner", name=op.f("uq_saved_layout_list_name_name_owner")),
    )
    for key in ("organisation_id", "person_id"):
        op.create_index(op.f(f"ix_saved_layout_{key}"), "saved_layout", [key], unique=False)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _refers(noun: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{noun}_id"],
        [f"{noun}.id"],
        name=op.f(f"fk_saved_layout_{noun}_id_{noun}"),
        deferrable=True,
        initially="DEFERRED",
    )
