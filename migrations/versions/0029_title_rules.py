"""Seeds the edition of the title rules in force, its tests and evidence, so that nothing of it is fixed in code."""

import uuid
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

BASIS = "院发〔2020〕10号"
NAME = f"工程师职称评审条件（{BASIS}）"
SINCE = date(2020, 1, 1)
CATEGORIES = "0854,0855,0856,0857,0858,0859,0860,0861"
# Without thresholds: those of the rule parameters hold.
TESTS = (
    "category",
    "about_to_graduate",
    "not_civil_service",
    "employer_consent",
    "degree_course_mean",
    "practice_months",
    "practice_score",
    "deadline",
)
EVIDENCE = (
    ("transcript", "everybody"),
    ("practice_assessment", "everybody"),
    ("degree_or_status", "everybody"),
    ("integrity", "everybody"),
    ("work_certificate", "worked"),
    ("employer_consent", "public_institution"),
    ("project_report", "any_one"),
    ("patent", "any_one"),
    ("paper", "any_one"),
    ("standard", "any_one"),
    ("award", "any_one"),
    ("software_copyright", "any_one"),
)
# Code, Chinese name, English name, value.
PARAMETERS = (("calendar.days_off", "不计工作日的日期", "Days that are no working days", "无"),)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e28")


def upgrade() -> None:
    rules = _id("rules")
    whole = {"name": NAME, "in_force_on": SINCE, "category_codes": CATEGORIES, "legal_basis": BASIS}
    _insert("title_rule_set", [whole], ["rules"])
    tests = [{"rule_set_id": rules, "seq": seq, "test": test, "severity": "block"} for seq, test in enumerate(TESTS, 1)]
    _insert("title_rule_test", tests, list(TESTS))
    asked = [
        {"rule_set_id": rules, "seq": seq, "kind": kind, "asked_of": of} for seq, (kind, of) in enumerate(EVIDENCE, 1)
    ]
    _insert("title_rule_evidence", asked, [f"evidence.{kind}" for kind, _ in EVIDENCE])
    # An office may have made a parameter of such a name for itself; its own stands.
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [
        {"code": code, "name": zh, "name_en": en, "value": value, "severity": "info", "from_cohort": 2000}
        for code, zh, en, value in PARAMETERS
        if code not in known
    ]
    _insert("rule_parameter", rows, [row["code"] for row in rows])


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _id(key: str) -> str:
    return str(uuid.uuid5(ROOT, key))


def _insert(table: str, rows: list[dict[str, object]], keys: list[str]) -> None:
    """The rows with ids that are the same in every office."""
    full = [row | {"id": _id(key), "version": 0} for row, key in zip(rows, keys, strict=True)]
    kinds = {"in_force_on": sa.Date()}
    if full:
        op.bulk_insert(sa.table(table, *(sa.column(key, kinds.get(key)) for key in full[0])), full)
