"""Files kept with records, their bytes once each by hash, and how large one may be."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PARAMETER = {
    "id": str(uuid.uuid5(uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01"), "attachment.max_mb")),
    "version": 0,
    "code": "attachment.max_mb",
    "name": "附件大小上限（MB）",
    "name_en": "Size of an attachment at most, in MB",
    "value": "25",
    "severity": "block",
    "from_cohort": 2000,
}


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("noun", sa.String(40), nullable=False),
        sa.Column("record_id", sa.String(36), nullable=False),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("media_type", sa.String(80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("added_by", sa.String(80), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint("size >= 0", name=op.f("ck_attachment_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_noun_record_id"), "attachment", ["noun", "record_id"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    # An office may have made a parameter of this name for itself.
    known = op.get_bind().execute(
        sa.text("SELECT 1 FROM rule_parameter WHERE code = :code"), {"code": PARAMETER["code"]}
    )
    if known.first() is None:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in PARAMETER)), [PARAMETER])


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")
