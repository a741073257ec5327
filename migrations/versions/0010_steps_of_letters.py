"""The dated steps of a letter on its way, and after how many days one that was sent should be back."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STEPS = ("printed", "sealed", "sent", "returned", "filed")
PARAMETER = {
    "id": str(uuid.uuid5(uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01"), "letter.return_within_days")),
    "version": 0,
    "code": "letter.return_within_days",
    "name": "回执应返回的期限（天）",
    "name_en": "Days in which a letter should return",
    "value": "30",
    "severity": "info",
    "from_cohort": 2000,
}


def upgrade() -> None:
    step = sa.Enum(*STEPS, name="documentstep", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "issued_document_step",
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("step", step, nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(40), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint("copies >= 1", name=op.f("ck_issued_document_step_copies")),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["issued_document.id"],
            name=op.f("fk_issued_document_step_document_id_issued_document"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_document_step")),
    )
    op.create_index(op.f("ix_issued_document_step_document_id"), "issued_document_step", ["document_id"], unique=False)
    # An office may have made a parameter of this name for itself.
    known = op.get_bind().execute(
        sa.text("SELECT 1 FROM rule_parameter WHERE code = :code"), {"code": PARAMETER["code"]}
    )
    if known.first() is None:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in PARAMETER)), [PARAMETER])


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
