"""Remembers what the headers of a source mean, so that what somebody said by hand once holds for its next workbook."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "source_column",
        sa.Column("kind", sa.String(120), nullable=False),
        sa.Column("sender", sa.String(60), nullable=False),
        sa.Column("header", sa.String(200), nullable=False),
        sa.Column("header_key", sa.String(200), nullable=False),
        sa.Column("column_key", sa.String(120), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_column")),
        sa.UniqueConstraint("kind", "sender", "header_key", name=op.f("uq_source_column_kind_sender_header_key")),
    )


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
