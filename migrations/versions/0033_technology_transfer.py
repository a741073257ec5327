"""Reserved: technology transfer."""

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
