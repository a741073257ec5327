"""Records the whole way of a placement: its states, interruptions and changes, insurance, safety."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "changekind": "extend shorten transfer post",
    "coveragekind": "practice_liability school_liability accident employer_liability",
    "insured": "everybody period base student",
    "payer": "school host student mixed",
    "policystatus": "submitted rejected verified",
    "trainingresult": "pass fail absent",
    "incidentkind": "injury illness traffic conflict rights confidentiality other",
    "incidentseverity": "minor serious grave",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "placement_interruption": "placement_id:36! starts_on:date! ends_on:date reason:text",
    "placement_change": "placement_id:36! seq:int! kind:changekind! asked_on:date! effective_on:date! new_end:date "
    "new_base_id:36 new_post:60 reason:text! supervisor_agreed:flag! host_agreed:flag! "
    "new_host_agreed:flag! office_agreed:flag! done_on:date",
    "insurance_policy": "policy_no:40! insurer:80! coverage_kind:coveragekind! insured:insured! period_id:36 "
    "base_id:36 student_id:36 effective_date:date! expiry_date:date! payer:payer! premium:big "
    "insured_sum:big status:policystatus! remark:text",
    "safety_training": "training_no:30! name:80! held_on:date! period_id:36 hours:int trainer:36 on_safety:flag! "
    "on_rights:flag! on_secrecy:flag! remark:text",
    "safety_attendance": "training_id:36! student_id:36! result:trainingresult! signed:flag!",
    "incident": "incident_no:30! occurred_on:date! place:120 placement_id:36 base_id:36 kind:incidentkind! "
    "severity:incidentseverity! description:text! school_told_on:date insurer_told_on:date "
    "handling:text handle_by:date closed_on:date",
}
UNIQUE = (
    ("placement_interruption", "placement_id", "starts_on"),
    ("placement_change", "placement_id", "seq"),
    ("insurance_policy", "policy_no"),
    ("safety_training", "training_no"),
    ("safety_attendance", "training_id", "student_id"),
    ("incident", "incident_no"),
)
CHECKS = (
    ("placement_interruption", "dates", "ends_on IS NULL OR ends_on >= starts_on"),
    ("insurance_policy", "dates", "expiry_date >= effective_date"),
)
LINKS = {
    "base_id": "training_base.id",
    "new_base_id": "training_base.id",
    "period_id": "period.id",
    "placement_id": "placement.id",
    "student_id": "student.id",
    "training_id": "safety_training.id",
}
# Of the table that grows: its new columns, its new rules, and what rules say now instead of before.
GROWN = {
    "placement": (
        (
            "left_on DATE",
            "project_source VARCHAR(32)",
            "location VARCHAR(120)",
            "plan_text VARCHAR",
            "weekly_hours INTEGER",
            "stipend BIGINT",
            "pay_cycle VARCHAR(32)",
            "lodging VARCHAR(32)",
            "emergency_name VARCHAR(36)",
            "emergency_phone VARCHAR(20)",
            "emergency_relation VARCHAR(20)",
            "confidential BOOLEAN NOT NULL",
        ),
        (
            "CONSTRAINT ck_placement_weekly_hours CHECK (weekly_hours IS NULL OR weekly_hours BETWEEN 0 AND 168)",
            (
                "CONSTRAINT ck_placement_projectsource CHECK (project_source IN ('enterprise', 'public', "
                "'commissioned', 'own'))"
            ),
            "CONSTRAINT ck_placement_paycycle CHECK (pay_cycle IN ('weekly', 'monthly', 'quarterly', 'once'))",
            "CONSTRAINT ck_placement_lodging CHECK (lodging IN ('host', 'school', 'self'))",
        ),
        (
            (
                "status IN ('planned', 'dispatched', 'finished', 'cancelled')",
                (
                    "status IN ('planned', 'applied', 'campus_agreed', 'industry_agreed', 'office_approved', 'ready', "
                    "'dispatched', 'accepted', 'in_progress', 'interrupted', 'finished', 'assessed', 'archived', "
                    "'rejected', 'cancelled', 'terminated')"
                ),
            ),
        ),
    ),
}
# Who was turned down or broke off may be placed again in the same period.
OPEN = "uq_placement_open"
STILL = "status NOT IN ('cancelled', 'rejected', 'terminated')"


def upgrade() -> None:
    _rebuilt("placement")
    op.create_index(OPEN, "placement", ["student_id", "period_id"], unique=True, sqlite_where=sa.text(STILL))
    for table, words in TABLES.items():
        _table(table, words.split())


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _rebuilt(table: str) -> None:
    """The table with more columns at its end and other rules: copied into a new one, its indexes made again."""
    columns, rules, other = GROWN[table]
    bind = op.get_bind()
    found = bind.exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (table,))
    found = found.fetchall()
    (sql,), indexes = ([text for kind, text in found if kind == wanted] for wanted in ("table", "index"))
    sql = sql.replace(f"CREATE TABLE {table} (", f"CREATE TABLE {table}_anew (", 1)
    for old, new in other:
        if old not in sql:
            raise RuntimeError(f"{table} has no rule {old}")
        sql = sql.replace(old, new)
    at = sql.index("CONSTRAINT ")
    sql = sql[:at] + "".join(f"{one}, \n\t" for one in columns) + sql[at:].rstrip()[:-1].rstrip()
    bind.exec_driver_sql(sql + "".join(f", \n\t{one}" for one in rules) + "\n)")
    kept = [row[1] for row in bind.exec_driver_sql(f"PRAGMA table_info({table})")]
    new = {one.split()[0]: "0" for one in columns if "NOT NULL" in one}
    into, of = ", ".join([*kept, *new]), ", ".join([*kept, *new.values()])
    bind.exec_driver_sql(f"INSERT INTO {table}_anew ({into}) SELECT {of} FROM {table}")  # noqa: S608 names of the schema
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)
    for index in (one for one in indexes if f" {OPEN} " not in one):
        bind.exec_driver_sql(index)


def _table(name: str, words: list[str]) -> None:
    """The table with what every record has, its rules and its links, which are checked when the transaction ends."""
    columns = [_column(word) for word in [*words, "id:36!", "version:int!", "retired_on:date"]]
    linked = [column.name for column in columns if column.name in LINKS]
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(sa.UniqueConstraint(*of, name=op.f(f"uq_{name}_{'_'.join(of)}")) for table, *of in UNIQUE if table == name),
        *(sa.CheckConstraint(said, name=op.f(f"ck_{name}_{key}")) for table, key, said in CHECKS if table == name),
        *(_link(name, column) for column in linked),
    )
    for column in linked:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _link(table: str, column: str) -> sa.ForeignKeyConstraint:
    target = LINKS[column]
    name = op.f(f"fk_{table}_{column}_{target.partition('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _column(word: str) -> sa.Column:
    name, _, kind = word.rstrip("!").partition(":")
    return sa.Column(name, _type(kind), nullable=not word.endswith("!"))


def _type(kind: str) -> sa.types.TypeEngine:
    if kind in CHOICES:
        return sa.Enum(*CHOICES[kind].split(), name=kind, native_enum=False, create_constraint=True, length=32)
    plain = {
        "text": sa.String(),
        "int": sa.Integer(),
        "big": sa.BigInteger(),
        "date": sa.Date(),
        "flag": sa.Boolean(),
    }
    return plain[kind] if kind in plain else sa.String(int(kind))
