"""Documents, rule parameters and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _document_series()
    _issued_document()
    _rule_parameter()
    _change_set()
    _change()


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


def _document_series() -> None:
    op.create_table(
        "document_series",
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("kind", _one_of("placement_letter", name="documentkind"), nullable=False),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_series")),
        sa.UniqueConstraint("code", name=op.f("uq_document_series_code")),
        sa.UniqueConstraint("kind", name=op.f("uq_document_series_kind")),
    )


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
        sa.Column("status", _one_of("issued", "void", name="documentstatus"), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_issued_document_seq")),
        sa.CheckConstraint("status <> 'void' OR void_reason IS NOT NULL", name=op.f("ck_issued_document_void_reason")),
        _link("issued_document", "series_id", "document_series.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_document")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_issued_document_doc_no")),
        sa.UniqueConstraint("series_id", "year", "seq", name=op.f("uq_issued_document_series_id_year_seq")),
    )
    op.create_index(op.f("ix_issued_document_organisation_id"), "issued_document", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_issued_document_period_id"), "issued_document", ["period_id"], unique=False)


def _rule_parameter() -> None:
    op.create_table(
        "rule_parameter",
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_en", sa.String(120), nullable=False),
        sa.Column("value", sa.String(200), nullable=False),
        sa.Column("severity", _one_of("block", "warn", "info", name="severity"), nullable=False),
        sa.Column("from_cohort", sa.Integer(), nullable=False),
        sa.Column("to_cohort", sa.Integer(), nullable=True),
        sa.Column("legal_basis", sa.String(120), nullable=True),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_parameter")),
        sa.UniqueConstraint("code", "from_cohort", name=op.f("uq_rule_parameter_code_from_cohort")),
    )


def _change_set() -> None:
    op.create_table(
        "change_set",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("verb", sa.String(80), nullable=False),
        sa.Column("sentence_zh", sa.String(), nullable=False),
        sa.Column("sentence_en", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("previous_sha", sa.String(64), nullable=False),
        sa.Column("sha", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["undoes"], ["change_set.number"], name=op.f("fk_change_set_undoes_change_set")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change_set")),
        sa.UniqueConstraint("sha", name=op.f("uq_change_set_sha")),
    )


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("change_set", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(40), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["change_set"], ["change_set.number"], name=op.f("fk_change_change_set_change_set")),
        sa.PrimaryKeyConstraint("change_set", "position", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_noun_row_id"), "change", ["noun", "row_id"], unique=False)
