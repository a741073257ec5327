"""Keeps who agreed to what, and what was given to whom: the latter unchanged, and undeletable for three years."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

PURPOSES = ("placement", "insurance", "title", "certification", "reporting", "other")
KINDS = ("enterprise", "public_institution", "government", "university", "research", "social", "foreign")
# The columns that the record is for; a merge may still lead the recipient's link elsewhere.
FROZEN = (
    *("given_on", "who", "recipient_name", "outside", "purpose", "note", "agreement", "list_title", "fields"),
    *("sensitive", "unmask_reason", '"rows"', "excluded", "file_name", "sha256", "document_id", "subject_ids"),
)


def upgrade() -> None:
    _consent()
    _disclosure()
    op.execute(
        "CREATE TRIGGER disclosure_kept BEFORE DELETE ON disclosure "
        "WHEN date(OLD.given_on, '+3 years') >= date('now') "
        "BEGIN SELECT RAISE(ABORT, 'disclosure: kept for three years'); END"
    )
    op.execute(
        f"CREATE TRIGGER disclosure_frozen BEFORE UPDATE OF {', '.join(FROZEN)} ON disclosure "
        "BEGIN SELECT RAISE(ABORT, 'disclosure: never changed'); END"
    )


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept() -> tuple[sa.Column, ...]:
    """What every record has."""
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
    )


def _purpose() -> sa.Column:
    closed = sa.Enum(*PURPOSES, name="purpose", native_enum=False, create_constraint=True, length=32)
    return sa.Column("purpose", closed, nullable=False)


def _consent() -> None:
    kind = sa.Enum(*KINDS, name="orgtype", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "consent",
        sa.Column("student_id", sa.String(36), nullable=False),
        _purpose(),
        sa.Column("recipient_id", sa.String(36), nullable=True),
        sa.Column("recipient_kind", kind, nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("notice_version", sa.String(40), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        *_kept(),
        _refers("student_id", "student"),
        _refers("recipient_id", "organisation"),
        sa.CheckConstraint("recipient_id IS NULL OR recipient_kind IS NULL", name=op.f("ck_consent_one_recipient")),
        sa.CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= given_on", name=op.f("ck_consent_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint(
            *("student_id", "purpose", "recipient_id", "recipient_kind", "given_on"),
            name=op.f("uq_consent_student_id_purpose_recipient_id_recipient_kind_given_on"),
        ),
    )
    for key in ("student_id", "recipient_id"):
        op.create_index(op.f(f"ix_consent_{key}"), "consent", [key], unique=False)


def _refers(key: str, noun: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_consent_{key}_{noun}")
    return sa.ForeignKeyConstraint([key], [f"{noun}.id"], name=name, deferrable=True, initially="DEFERRED")


def _disclosure() -> None:
    op.create_table(
        "disclosure",
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("recipient_name", sa.String(80), nullable=False),
        sa.Column("recipient_id", sa.String(36), nullable=True),
        sa.Column("outside", sa.Boolean(), nullable=False),
        _purpose(),
        sa.Column("note", sa.String(200), nullable=True),
        sa.Column("agreement", sa.String(120), nullable=True),
        sa.Column("list_title", sa.String(120), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("sensitive", sa.String(), nullable=True),
        sa.Column("unmask_reason", sa.String(200), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=True),
        sa.Column("subject_ids", sa.JSON(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint('"rows" >= 1', name=op.f("ck_disclosure_rows")),
        sa.CheckConstraint("purpose <> 'other' OR note IS NOT NULL", name=op.f("ck_disclosure_other_said")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_disclosure_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
    )
    for key in ("recipient_id", "document_id"):
        op.create_index(op.f(f"ix_disclosure_{key}"), "disclosure", [key], unique=False)
