"""The office writes its letters itself: templates with all their versions, and what each letter was written in."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _template()
    _wording()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept() -> tuple[sa.Column, ...]:
    """What every record has."""
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
    )


def _one_of(*values: str, name: str) -> sa.Enum:
    """A closed list, stored by value and checked by the database."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _language() -> sa.Column:
    return sa.Column("language", _one_of("zh", "en", name="templatelanguage"), nullable=False)


def _template() -> None:
    head = _one_of("letter", "red", "plain", name="templatehead")
    grid = _one_of("standard", "close", name="templategrid")
    signature = _one_of("seal", "plain", name="templatesignature")
    op.create_table(
        "letter_template",
        sa.Column("family", sa.String(40), nullable=False),
        _language(),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("form", _one_of("words", "docx", name="templateform"), nullable=False, server_default="words"),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("docx", sa.LargeBinary(), nullable=True),
        sa.Column("head", head, nullable=False, server_default="letter"),
        sa.Column("grid", grid, nullable=False, server_default="standard"),
        sa.Column("signature", signature, nullable=False, server_default="seal"),
        sa.Column("in_use", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("saved_on", sa.Date(), nullable=False),
        *_kept(),
        sa.CheckConstraint("edition >= 1", name=op.f("ck_letter_template_edition")),
        sa.CheckConstraint("form <> 'docx' OR docx IS NOT NULL", name=op.f("ck_letter_template_docx")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint(
            "family", "language", "name", "edition", name=op.f("uq_letter_template_family_language_name_edition")
        ),
    )


def _wording() -> None:
    op.create_table(
        "issued_wording",
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("template_id", sa.String(36), nullable=True),
        sa.Column("family", sa.String(40), nullable=False),
        _language(),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_sha", sa.String(64), nullable=False),
        sa.Column("docx", sa.LargeBinary(), nullable=True),
        sa.Column("docx_sha", sa.String(64), nullable=True),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_wording")),
        sa.UniqueConstraint(
            "document_id", "family", "language", name=op.f("uq_issued_wording_document_id_family_language")
        ),
    )
    op.create_index(op.f("ix_issued_wording_document_id"), "issued_wording", ["document_id"], unique=False)
