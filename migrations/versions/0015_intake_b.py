"""Reserved: a later change of what is remembered of imports."""

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
