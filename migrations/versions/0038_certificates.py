"""Certificates of training and of titles become documents: their kinds, their series, and which one a record has."""

import uuid
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

LISTED = ("document_series", "issued_document", "document_draft")
"""The tables that hold a kind of document, in the order in which they refer to each other."""
LAST, NEW = "'plain'", ("training_certificate", "title_certificate")
CERTIFIED = ("training_trainee", "title_application")
# What follows the stem of the office's own code, and the name of the series.
SEEDS = {"training_certificate": ("结", "结业证书"), "title_certificate": ("职", "职称证书")}
LONGEST_STEM = 18
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01")


def upgrade() -> None:
    for table in LISTED:
        _rebuilt(table, _with_new_kinds)
    for table in CERTIFIED:
        _rebuilt(table, _with_certificate)
        op.create_index(f"ix_{table}_certificate_id", table, ["certificate_id"], unique=False)
    _seed_series()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _with_new_kinds(table: str, sql: str) -> str:
    if sql.count(LAST) != 1:
        raise RuntimeError(f"{table} has no list of kinds that ends with {LAST}")
    return sql.replace(LAST, ", ".join((LAST, *(f"'{one}'" for one in NEW))))


def _with_certificate(table: str, sql: str) -> str:
    at = sql.index("CONSTRAINT ")
    link = f"CONSTRAINT fk_{table}_certificate_id_issued_document FOREIGN KEY(certificate_id)"
    rule = f"{link} REFERENCES issued_document (id) DEFERRABLE INITIALLY DEFERRED"
    return f"{sql[:at]}certificate_id VARCHAR(36), \n\t{sql[at:].rstrip()[:-1].rstrip()}, \n\t{rule}\n)"


def _rebuilt(table: str, change: Callable[[str, str], str]) -> None:
    """The table as `change` writes it: copied into a new one, its indexes and triggers made again."""
    bind = op.get_bind()
    found = bind.exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (table,))
    made = found.fetchall()
    (sql,) = (text for kind, text in made if kind == "table")
    bind.exec_driver_sql(change(table, sql).replace(table, f"{table}_anew", 1))
    columns = ", ".join(row[1] for row in bind.exec_driver_sql(f"PRAGMA table_info({table})"))
    bind.exec_driver_sql(f"INSERT INTO {table}_anew ({columns}) SELECT {columns} FROM {table}")  # noqa: S608 names of the schema
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)
    for kind, text in made:
        if kind != "table":
            bind.exec_driver_sql(text)


def _seed_series() -> None:
    bind = op.get_bind()
    own = bind.execute(sa.text("SELECT code FROM document_series WHERE kind = 'placement_letter'")).scalar()
    stem = (own or "工院函").removesuffix("函")[:LONGEST_STEM]
    taken = {code for (code,) in bind.execute(sa.text("SELECT code FROM document_series"))}
    rows = []
    for kind, (last, name) in SEEDS.items():
        code = stem + last if stem + last not in taken else f"{stem}{last}乙"
        key = str(uuid.uuid5(ROOT, f"series.{kind}"))
        rows.append({"id": key, "version": 0, "code": code, "name": name, "kind": kind})
    op.bulk_insert(sa.table("document_series", *(sa.column(key) for key in rows[0])), rows)
