"""A letter knows the letter it supersedes, and how far it came on its way out of the office."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATUSES = ("issued", "printed", "sealed", "sent", "returned", "filed", "superseded", "void")
INDEXED = ("organisation_id", "period_id", "supersedes_id")
KEPT = (
    *("series_id", "year", "seq", "doc_no", "kind", "title", "addressee", "organisation_id", "period_id"),
    *("issued_on", "students", "facts", "facts_sha", "template_version", "pdf", "pdf_sha", "status", "void_reason"),
    *("id", "version", "retired_on"),
)


def upgrade() -> None:
    # A CHECK cannot be altered in SQLite: the table is written anew and its rows are moved.
    for column in INDEXED[:2]:
        op.drop_index(op.f(f"ix_issued_document_{column}"), "issued_document")
    op.rename_table("issued_document", "issued_document_before")
    _issued_document()
    columns = ", ".join(KEPT)
    op.execute(f"INSERT INTO issued_document ({columns}) SELECT {columns} FROM issued_document_before")  # noqa: S608 names written above
    op.drop_table("issued_document_before")
    for column in INDEXED:
        op.create_index(op.f(f"ix_issued_document_{column}"), "issued_document", [column], unique=False)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept() -> tuple[sa.Column, ...]:
    """What every record has."""
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
    )


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A reference, checked when the transaction ends."""
    name = op.f(f"fk_{table}_{column}_{target.partition('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _one_of(*values: str, name: str) -> sa.Enum:
    """A closed list, stored by value and checked by the database."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _issued_document() -> None:
    op.create_table(
        "issued_document",
        sa.Column("series_id", sa.String(36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("doc_no", sa.String(60), nullable=False),
        sa.Column("kind", _one_of("placement_letter", name="documentkind"), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("addressee", sa.String(80), nullable=False),
        sa.Column("organisation_id", sa.String(36), nullable=False),
        sa.Column("period_id", sa.String(36), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("students", sa.Integer(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("facts_sha", sa.String(64), nullable=False),
        sa.Column("template_version", sa.String(20), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("pdf_sha", sa.String(64), nullable=False),
        sa.Column("status", _one_of(*STATUSES, name="documentstatus"), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=True),
        *_kept(),
        sa.Column("supersedes_id", sa.String(36), nullable=True),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_issued_document_seq")),
        sa.CheckConstraint("status <> 'void' OR void_reason IS NOT NULL", name=op.f("ck_issued_document_void_reason")),
        _link("issued_document", "series_id", "document_series.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_document")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_issued_document_doc_no")),
        sa.UniqueConstraint("series_id", "year", "seq", name=op.f("uq_issued_document_series_id_year_seq")),
    )
