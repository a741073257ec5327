"""Remembers by digests the rows of a source's last file, so that those that come again need not be compared again."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imported_rows",
        sa.Column("kind", sa.String(120), nullable=False),
        sa.Column("sender", sa.String(60), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "sender", name=op.f("pk_imported_rows")),
    )


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
