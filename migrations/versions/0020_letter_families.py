"""Documents of every family: their kinds, each with a series, their language, and addressees that are people."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KINDS = (
    *("placement_letter", "introduction", "acceptance", "placement_agreement", "appointment", "supervisor_list"),
    *("completion", "supervisor_change", "reminder", "renewal", "plain"),
)
LANGUAGES = ("zh", "en", "both")
STATUSES = ("issued", "printed", "sealed", "sent", "returned", "filed", "superseded", "void")
INDEXED = ("organisation_id", "period_id", "supersedes_id")
DOCUMENT = (
    *("series_id", "year", "seq", "doc_no", "kind", "title", "addressee", "organisation_id", "period_id"),
    *("issued_on", "students", "facts", "facts_sha", "template_version", "pdf", "pdf_sha", "status", "void_reason"),
    *("id", "version", "retired_on", "supersedes_id"),
)
SERIES = ("code", "name", "kind", "id", "version", "retired_on")
# What follows the stem of the office's own code, and the name of the series.
SEEDS = {
    "introduction": ("介", "实习介绍信"),
    "acceptance": ("接", "实践接收函"),
    "placement_agreement": ("协", "专业实践协议"),
    "appointment": ("聘", "企业导师聘书"),
    "supervisor_list": ("通", "双导师名单通知"),
    "completion": ("证", "专业实践证明"),
    "supervisor_change": ("变", "变更导师审批表"),
    "reminder": ("提", "协议到期提醒函"),
    "renewal": ("续", "协议续签意向函"),
    "plain": ("发", "一般公函"),
}
LONGEST_STEM = 18
PARAMETERS = (
    ("office.name_en", "发文单位英文名称", "English name of the office", "School of Engineers"),
    ("office.contact_en", "联系人英文名称", "Contact in English", "Programme Office"),
    ("office.email", "联系邮箱", "Contact e-mail", ""),
    ("letter.introduction_valid_days", "介绍信有效天数", "Days an introduction letter is valid", "15"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01")


def upgrade() -> None:
    # A CHECK cannot be altered in SQLite: the tables are written anew and take the place of the old ones, in this
    # order, so that what refers to them keeps its reference.
    for column in INDEXED:
        op.drop_index(op.f(f"ix_issued_document_{column}"), "issued_document")
    _document_series("document_series_anew")
    _moved("document_series", SERIES)
    _issued_document("issued_document_anew")
    _moved("issued_document", DOCUMENT, language="'zh'")
    for table in ("issued_document", "document_series"):
        op.drop_table(table)
        op.rename_table(f"{table}_anew", table)
    for column in INDEXED:
        op.create_index(op.f(f"ix_issued_document_{column}"), "issued_document", [column], unique=False)
    _seed_series()
    _seed_parameters()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _moved(table: str, columns: tuple[str, ...], **new: str) -> None:
    into, source = ", ".join((*columns, *new)), ", ".join((*columns, *new.values()))
    op.execute(f"INSERT INTO {table}_anew ({into}) SELECT {source} FROM {table}")  # noqa: S608 names written above


def _seed_series() -> None:
    bind = op.get_bind()
    own = bind.execute(sa.text("SELECT code FROM document_series WHERE kind = 'placement_letter'")).scalar()
    stem = (own or "工院函").removesuffix("函")[:LONGEST_STEM]
    taken = {own}
    rows = []
    for kind, (last, name) in SEEDS.items():
        code = stem + last if stem + last not in taken else f"{stem}{last}乙"
        taken.add(code)
        rows.append({"id": _id(f"series.{kind}"), "version": 0, "code": code, "name": name, "kind": kind})
    op.bulk_insert(sa.table("document_series", *(sa.column(key) for key in rows[0])), rows)


def _seed_parameters() -> None:
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [
        {"id": _id(code), "version": 0, "code": code, "name": zh, "name_en": en, "value": value}
        | {"severity": "info", "from_cohort": 2000}
        for code, zh, en, value in PARAMETERS
        if code not in known
    ]
    if rows:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in rows[0])), rows)


def _id(name: str) -> str:
    return str(uuid.uuid5(ROOT, name))


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


def _document_series(table: str) -> None:
    op.create_table(
        table,
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("kind", _one_of(*KINDS, name="documentkind"), nullable=False),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_series")),
        sa.UniqueConstraint("code", name=op.f("uq_document_series_code")),
        sa.UniqueConstraint("kind", name=op.f("uq_document_series_kind")),
    )


def _issued_document(table: str) -> None:
    series = sa.ForeignKeyConstraint(
        ["series_id"],
        ["document_series.id"],
        name=op.f("fk_issued_document_series_id_document_series"),
        deferrable=True,
        initially="DEFERRED",
    )
    op.create_table(
        table,
        sa.Column("series_id", sa.String(36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("doc_no", sa.String(60), nullable=False),
        sa.Column("kind", _one_of(*KINDS, name="documentkind"), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("addressee", sa.String(80), nullable=False),
        sa.Column("organisation_id", sa.String(36), nullable=True),
        sa.Column("period_id", sa.String(36), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("students", sa.Integer(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("facts_sha", sa.String(64), nullable=False),
        sa.Column("template_version", sa.String(40), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("pdf_sha", sa.String(64), nullable=False),
        sa.Column("status", _one_of(*STATUSES, name="documentstatus"), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=True),
        *_kept(),
        sa.Column("supersedes_id", sa.String(36), nullable=True),
        sa.Column("language", _one_of(*LANGUAGES, name="documentlanguage"), nullable=False, server_default="zh"),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_issued_document_seq")),
        sa.CheckConstraint("status <> 'void' OR void_reason IS NOT NULL", name=op.f("ck_issued_document_void_reason")),
        series,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_document")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_issued_document_doc_no")),
        sa.UniqueConstraint("series_id", "year", "seq", name=op.f("uq_issued_document_series_id_year_seq")),
    )
