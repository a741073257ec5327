"""The key with which the office signs the codes on its letters; it is made when the first is signed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signing_key",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("secret", sa.LargeBinary(32), nullable=False),
        sa.Column("public", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
    )


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
