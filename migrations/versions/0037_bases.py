"""Lets visits be planned, plaques be numbered, evaluations and changes of placements go by steps, checks come again."""

import uuid
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

# Of each table that grows: its new columns with what stands in them at first, its new rules, and the rules that change.
COLUMNS = {
    "training_base": (("plaque_no VARCHAR(40)", "NULL"), ("plaque_back_on DATE", "NULL")),
    "site_visit": (),
    "compliance_check": (("kind VARCHAR(32) NOT NULL", "'yearly'"), ("next_on DATE", "date(checked_on, '+12 months')")),
    "base_evaluation": (
        (
            "status VARCHAR(32) NOT NULL",
            "CASE WHEN grade IS NULL THEN 'scoring' WHEN conclusion IS NULL THEN 'proposed' ELSE 'granted' END",
        ),
        ("granted_on DATE", "CASE WHEN grade IS NULL OR conclusion IS NULL THEN NULL ELSE evaluated_on END"),
        (
            "valid_to DATE",
            "CASE WHEN grade IS NULL OR conclusion IS NULL THEN NULL ELSE date(period_to, '+12 months') END",
        ),
    ),
    "placement_change": (
        ("supervisor_on DATE", "NULL"),
        ("host_on DATE", "NULL"),
        ("new_host_on DATE", "NULL"),
        ("office_on DATE", "NULL"),
        (
            "status VARCHAR(32) NOT NULL",
            (
                "CASE WHEN done_on IS NOT NULL THEN 'done' WHEN supervisor_agreed AND host_agreed AND office_agreed "
                "AND (new_host_agreed OR kind <> 'transfer') THEN 'approved' ELSE 'asked' END"
            ),
        ),
        ("new_placement_id VARCHAR(36)", "NULL"),
    ),
}
RULES = {
    "compliance_check": ("CONSTRAINT ck_compliance_check_checkkind CHECK (kind IN ('yearly', 'safety'))",),
    "base_evaluation": (
        (
            "CONSTRAINT ck_base_evaluation_evaluationstatus CHECK (status IN "
            "('scoring', 'proposed', 'granted', 'withdrawn'))"
        ),
    ),
    "placement_change": (
        (
            "CONSTRAINT ck_placement_change_placementchangestatus CHECK (status IN "
            "('asked', 'approved', 'done', 'rejected', 'withdrawn'))"
        ),
        (
            "CONSTRAINT fk_placement_change_new_placement_id_placement FOREIGN KEY(new_placement_id) "
            "REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED"
        ),
    ),
}
OTHER = {
    "site_visit": (("conclusion VARCHAR(32) NOT NULL", "conclusion VARCHAR(32)"),),
    "compliance_check": (
        (
            "CONSTRAINT uq_compliance_check_base_id_checked_on UNIQUE (base_id, checked_on)",
            "CONSTRAINT uq_compliance_check_base_id_kind_checked_on UNIQUE (base_id, kind, checked_on)",
        ),
    ),
    "placement_change": (
        (
            "kind IN ('extend', 'shorten', 'transfer', 'post')",
            "kind IN ('extend', 'shorten', 'transfer', 'post', 'split', 'interrupt', 'resume', 'end')",
        ),
    ),
}
PARAMETERS = (
    ("base.plaque_due_days", "可挂牌后多少天内挂牌", "Days until a plaque is given or taken back", "30"),
    ("base.evaluation_months", "基地等级有效期（月）", "Months a grade of a base is valid", "12"),
    ("base.check_months", "基地检查间隔（月）", "Months between checks of a base", "12"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01")


def upgrade() -> None:
    for table in COLUMNS:
        _rebuilt(table)
    op.create_index(op.f("ix_placement_change_new_placement_id"), "placement_change", ["new_placement_id"])
    # An office may have made a parameter of such a name for itself; its own stands.
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [row for row in _rows() if row["code"] not in known]
    if rows:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in rows[0])), rows)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _rebuilt(table: str) -> None:
    """The table with more columns at its end and other rules: copied into a new one, its indexes made again."""
    bind = op.get_bind()
    found = bind.exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (table,))
    found = found.fetchall()
    (sql,), indexes = ([text for kind, text in found if kind == wanted] for wanted in ("table", "index"))
    kept = [row[1] for row in bind.exec_driver_sql(f"PRAGMA table_info({table})")]
    bind.exec_driver_sql(_anew(table, sql))
    new = {one.split()[0]: first for one, first in COLUMNS[table]}
    into, of = ", ".join([*kept, *new]), ", ".join([*kept, *new.values()])
    bind.exec_driver_sql(f"INSERT INTO {table}_anew ({into}) SELECT {of} FROM {table}")  # noqa: S608 names of the schema
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)
    for index in indexes:
        bind.exec_driver_sql(index)


def _anew(table: str, sql: str) -> str:
    head = sql.index("(")
    sql = f"CREATE TABLE {table}_anew {sql[head:]}"
    for old, new in OTHER.get(table, ()):
        if old not in sql:
            raise RuntimeError(f"{table} has no rule {old}")
        sql = sql.replace(old, new)
    at = sql.index("CONSTRAINT ")
    columns = "".join(f"{one}, \n\t" for one, _ in COLUMNS[table])
    rules = "".join(f", \n\t{one}" for one in RULES.get(table, ()))
    return sql[:at] + columns + sql[at:].rstrip()[:-1].rstrip() + rules + "\n)"


def _rows() -> Iterator[dict[str, object]]:
    for code, zh, en, value in PARAMETERS:
        yield {
            "id": str(uuid.uuid5(ROOT, code)),
            "version": 0,
            "code": code,
            "name": zh,
            "name_en": en,
            "value": value,
            "severity": "info",
            "from_cohort": 2000,
            "legal_basis": "本办公室规定",
        }
