"""Keeps every workbook sent out to be filled in as it was sent, so that what comes back can be held against it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workbook_out",
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("recipient", sa.String(80), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                *("out", "answered", "merged", "withdrawn"),
                name="workbookstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("rows_sent", sa.Integer(), nullable=False),
        sa.Column("sent_by", sa.String(80), nullable=False),
        sa.Column("organisation_id", sa.String(36), nullable=True),
        sa.Column("contact_id", sa.String(36), nullable=True),
        sa.Column("person_id", sa.String(36), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("list_name", sa.String(60), nullable=False),
        sa.Column("shape", sa.JSON(), nullable=False),
        sa.Column("sent", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        *(_refers(noun) for noun in ("organisation", "contact", "person")),
        sa.CheckConstraint("rows_sent > 0", name=op.f("ck_workbook_out_rows_sent")),
        sa.CheckConstraint("due_on IS NULL OR due_on >= sent_on", name=op.f("ck_workbook_out_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workbook_out")),
        sa.UniqueConstraint("number", name=op.f("uq_workbook_out_number")),
    )
    for key in ("organisation_id", "contact_id", "person_id"):
        op.create_index(op.f(f"ix_workbook_out_{key}"), "workbook_out", [key], unique=False)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _refers(noun: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{noun}_id"],
        [f"{noun}.id"],
        name=op.f(f"fk_workbook_out_{noun}_id_{noun}"),
        deferrable=True,
        initially="DEFERRED",
    )
