"""Keeps documents that were begun and laid aside, so that work on a batch outlives the window."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KINDS = (
    *("placement_letter", "introduction", "acceptance", "placement_agreement", "appointment", "supervisor_list"),
    *("completion", "supervisor_change", "reminder", "renewal", "plain"),
)
LANGUAGES = ("zh", "en", "both")


def upgrade() -> None:
    op.create_table(
        "document_draft",
        _closed("kind", "documentkind", KINDS),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("cohort_year", sa.Integer(), nullable=True),
        _closed("language", "documentlanguage", LANGUAGES),
        sa.Column("layout", sa.String(20), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("saved_by", sa.String(80), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint("cohort_year IS NULL OR kind = 'placement_letter'", name=op.f("ck_document_draft_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_draft")),
        sa.UniqueConstraint("cohort_year", name=op.f("uq_document_draft_cohort_year")),
    )


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _closed(key: str, name: str, values: tuple[str, ...]) -> sa.Column:
    closed = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(key, closed, nullable=False)
