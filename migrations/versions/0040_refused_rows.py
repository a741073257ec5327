"""A kept file says how many of its rows were refused, so that what was left can be asked for later."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("imported_file", sa.Column("refused", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
