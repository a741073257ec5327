"""Records the work with bases: visits, posts, checks, evaluations, and the states of agreements."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "visitconclusion": "recommend conditional decline",
    "visitpoint": "legal field_match equipment mentors safety lodging",
    "found": "ok issue na",
    "amendmentkind": "period site topic mentor stipend termination",
    "complianceitem": "field_match hazard rest overtime plan safety_training rules warning staff_ratio post_ratio "
    "no_outside voluntary first_year under_age minors women venue no_agent",
    "evaluationkind": "annual term renewal",
    "evaluationgrade": "excellent good pass fail",
    "evaluationconclusion": "continue upgrade rectify revoke",
    "indicator": "rules supervisors intake topics conditions safety results satisfaction",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "site_visit": "base_id:36! visited_on:date! visitors:120! note:text conclusion:visitconclusion! signed_by:36",
    "site_finding": "visit_id:36! seq:int! point:visitpoint! found:found! note:200",
    "base_post": "base_id:36! period_id:36! name:60! seats:int! staff_count:int category_code:4 requirement:text "
    "weekly_hours:int stipend:big",
    "agreement_amendment": "agreement_id:36! seq:int! kind:amendmentkind! before:200 after:200! reason:text "
    "effective_on:date! signed_on:date new_end:date",
    "compliance_check": "base_id:36! checked_on:date! checked_by:60 remark:text cure_by:date",
    "compliance_line": "check_id:36! seq:int! item:complianceitem! found:found! note:200",
    "base_evaluation": "base_id:36! kind:evaluationkind! period_from:date! period_to:date! evaluated_on:date "
    "evaluators:120 total:int grade:evaluationgrade conclusion:evaluationconclusion cure_by:date"
    " remark:text",
    "evaluation_indicator": "evaluation_id:36! seq:int! indicator:indicator! weight:int! score:int evidence:200",
}
UNIQUE = (
    ("site_visit", "base_id", "visited_on"),
    ("site_finding", "visit_id", "point"),
    ("base_post", "base_id", "period_id", "name"),
    ("agreement_amendment", "agreement_id", "seq"),
    ("compliance_check", "base_id", "checked_on"),
    ("compliance_line", "check_id", "item"),
    ("base_evaluation", "base_id", "kind", "period_to"),
    ("evaluation_indicator", "evaluation_id", "indicator"),
)
CHECKS = (
    ("base_post", "seats", "seats >= 0"),
    ("base_evaluation", "dates", "period_to >= period_from"),
    ("base_evaluation", "total", "total IS NULL OR total BETWEEN 0 AND 1000"),
    ("evaluation_indicator", "score", "score IS NULL OR score BETWEEN 0 AND 1000"),
    ("evaluation_indicator", "weight", "weight BETWEEN 0 AND 100"),
)
LINKS = {
    "agreement_id": "agreement.id",
    "base_id": "training_base.id",
    "category_code": "degree_category.code",
    "check_id": "compliance_check.id",
    "evaluation_id": "base_evaluation.id",
    "period_id": "period.id",
    "visit_id": "site_visit.id",
}
# Of a table that grows: its new columns, its new rules, and what rules say now instead of before.
GROWN = {
    "training_base": (
        (
            "approved_on DATE",
            "approval_doc_no VARCHAR(40)",
            "stipend_note VARCHAR(120)",
            "closed_on DATE",
        ),
        (),
        (("'proposed', 'active'", "'proposed', 'site_visited', 'under_review', 'approved', 'active'"),),
    ),
    "agreement": (
        (
            "status VARCHAR(32) NOT NULL",
            "renewal_of_id VARCHAR(36)",
            "safety_clause BOOLEAN NOT NULL",
            "insurance_clause BOOLEAN NOT NULL",
            "ip_clause BOOLEAN NOT NULL",
            "secrecy_clause BOOLEAN NOT NULL",
        ),
        (
            (
                "CONSTRAINT ck_agreement_agreementstatus CHECK (status IN ('drafting', 'legal_review', 'approved', "
                "'signing', 'signed', 'terminated', 'abandoned'))"
            ),
            (
                "CONSTRAINT fk_agreement_renewal_of_id_agreement FOREIGN KEY(renewal_of_id) REFERENCES agreement (id) "
                "DEFERRABLE INITIALLY DEFERRED"
            ),
        ),
        (),
    ),
    "agreement_party": (
        (
            "organisation_id VARCHAR(36)",
            "student_id VARCHAR(36)",
            "signatory_post VARCHAR(40)",
            "sealed BOOLEAN NOT NULL",
        ),
        (
            (
                "CONSTRAINT fk_agreement_party_organisation_id_organisation FOREIGN KEY(organisation_id) "
                "REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED"
            ),
            (
                "CONSTRAINT fk_agreement_party_student_id_student FOREIGN KEY(student_id) REFERENCES student (id) "
                "DEFERRABLE INITIALLY DEFERRED"
            ),
        ),
        (),
    ),
}
# What the rows that are there have in new columns which may not be empty; a mark not named here is not set.
FILLED = {"status": "'signed'"}
NEW_LINKS = (("agreement", "renewal_of_id"), ("agreement_party", "organisation_id"), ("agreement_party", "student_id"))


def upgrade() -> None:
    for table in GROWN:
        _rebuilt(table)
    for table, column in NEW_LINKS:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
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
    new = {one.split()[0]: FILLED.get(one.split()[0], "0") for one in columns if "NOT NULL" in one}
    into, of = ", ".join([*kept, *new]), ", ".join([*kept, *new.values()])
    bind.exec_driver_sql(f"INSERT INTO {table}_anew ({into}) SELECT {of} FROM {table}")  # noqa: S608 names of the schema
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)
    for index in indexes:
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
