"""Records certifications with their targets, international activities, and training classes with their trainees."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

# Code, Chinese name, English name, value: the office's own, to be changed by it.
PARAMETERS = (
    ("milestone.open_days_before", "培养环节提前开始天数", "Days before it is due that a milestone opens", "60"),
    ("milestone.retry_months", "未通过环节再次进行期限（月）", "Months until a failed milestone is due again", "3"),
    ("practice.report_days", "实践月报截止天数（每满一月后）", "Days after each month to report on practice", "5"),
    ("training.attendance_min", "培训班结业出勤比例（%）", "Attendance to complete a class (%)", "80"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e29")

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "certificatelevel": "HCIA HCIP HCIE other",
    "activitykind": "exchange joint_degree visiting short_course internship_abroad conference",
    "trainingkind": "top enterprise certification supervisor other",
    "trainingstatus": "planned approved recruiting running completed certificates_issued archived cancelled",
    "traineeresult": "completed not_completed",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "certificate_result": "student_id:36! vendor:40! level:certificatelevel! certificate:80! acquired_on:date! "
    "valid_until:date certificate_no:40 exam_no:30 score:int passed:flag! remark:text",
    "certification_target": "cohort_year:int! level:certificatelevel! target:int! remark:text",
    "international_activity": "activity_no:30! name:120! kind:activitykind! partner_id:36 country:40! agreement_id:36 "
    "starts_on:date! ends_on:date funding:80 approval_no:40 approved_on:date outcome:text",
    "international_student": "activity_id:36! student_id:36! starts_on:date ends_on:date supervisor_abroad:60 "
    "consent_on:date outcome:text",
    "training_class": "class_no:30! name:80! kind:trainingkind! status:trainingstatus! client_id:36 agreement_id:36 "
    "approval_no:40 target_group:80 hours:int starts_on:date! ends_on:date! place:80 headcount:int fee:big "
    "fee_received:big leader:36 evaluation:text",
    "training_course": "class_id:36! seq:int! title:80! teacher:36 held_on:date hours:int",
    "training_trainee": "class_id:36! seq:int! name:36! unit:80 post:40 mobile:20 attended:int result:traineeresult "
    "cert_no:40 cert_on:date",
}
UNIQUE = (
    ("certificate_result", "certificate_no"),
    ("certificate_result", "student_id", "certificate", "acquired_on"),
    ("certification_target", "cohort_year", "level"),
    ("international_activity", "activity_no"),
    ("international_student", "activity_id", "student_id"),
    ("training_class", "class_no"),
    ("training_course", "class_id", "seq"),
    ("training_trainee", "cert_no"),
    ("training_trainee", "class_id", "seq"),
)
CHECKS = (
    ("certificate_result", "dates", "valid_until IS NULL OR valid_until >= acquired_on"),
    ("certificate_result", "score", "score IS NULL OR score >= 0"),
    ("certification_target", "target", "target >= 0"),
    ("international_activity", "dates", "ends_on IS NULL OR ends_on >= starts_on"),
    ("international_student", "dates", "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on"),
    ("training_class", "fee", "fee IS NULL OR fee >= 0"),
    ("training_class", "fee_received", "fee_received IS NULL OR fee_received >= 0"),
    ("training_class", "dates", "ends_on >= starts_on"),
    ("training_class", "hours", "hours IS NULL OR hours > 0"),
    ("training_trainee", "certificate", "cert_no IS NULL OR result = 'completed'"),
    ("training_trainee", "attended", "attended IS NULL OR attended >= 0"),
)
LINKS = {
    "student_id": "student.id",
    "partner_id": "organisation.id",
    "agreement_id": "agreement.id",
    "activity_id": "international_activity.id",
    "client_id": "organisation.id",
    "class_id": "training_class.id",
}


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())
    # An office may have made a parameter of such a name for itself; its own stands.
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [
        {
            "id": str(uuid.uuid5(ROOT, code)),
            "version": 0,
            "code": code,
            "name": zh,
            "name_en": en,
            "value": value,
            "severity": "info",
            "from_cohort": 2000,
            "legal_basis": "参考值，以本院规定为准",
        }
        for code, zh, en, value in PARAMETERS
        if code not in known
    ]
    if rows:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in rows[0])), rows)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


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
    plain = {"text": sa.String(), "int": sa.Integer(), "date": sa.Date(), "flag": sa.Boolean(), "big": sa.BigInteger()}
    return plain[kind] if kind in plain else sa.String(int(kind))
