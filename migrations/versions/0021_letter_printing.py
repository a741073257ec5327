"""Series say where they begin and whether anew each year, letters when they are due back, undone steps why."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

WITHIN = 30
SENT = "SELECT document_id, max(done_on) FROM issued_document_step WHERE step = 'sent' GROUP BY document_id"


def upgrade() -> None:
    op.add_column("document_series", sa.Column("yearly", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("document_series", sa.Column("start_at", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("issued_document", sa.Column("return_by", sa.Date(), nullable=True))
    op.add_column("issued_document_step", sa.Column("undone_because", sa.String(), nullable=True))
    _say_when_letters_are_due()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _say_when_letters_are_due() -> None:
    bind = op.get_bind()
    asked = "SELECT value FROM rule_parameter WHERE code = 'letter.return_within_days' ORDER BY from_cohort DESC"
    said = str(bind.execute(sa.text(asked)).scalar() or "")
    within = int(said) if said.isascii() and said.isdecimal() else WITHIN
    for document, day in bind.execute(sa.text(SENT)).all():
        due = dt.date.fromisoformat(day) + dt.timedelta(days=within)
        bind.execute(
            sa.text("UPDATE issued_document SET return_by = :due WHERE id = :id"),
            {"due": due.isoformat(), "id": document},
        )
