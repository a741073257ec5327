"""Records double supervision: evidence, all states of an appointment, changes of supervisor, guidance, assessment."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "appointedas": "master doctor teacher examiner",
    "appointmentstatus": "draft submitted approved active ended rejected",
    "appointtype": "new renew",
    "changereason": "retired transferred disqualified health funding conflict org_decision other",
    "changestatus": "draft submitted original_opinion new_opinion faculty_review office_review effective rejected "
    "withdrawn",
    "evidencekind": "registration_form id_copy degree_copy title_copy employer_consent",
    "guidancemode": "onsite online phone",
    "guidancestage": "plan practice project proposal thesis other",
    "opinion": "agree disagree absent",
    "postrank": "senior middle other",
    "qualifiedby": "senior_title degree_years tech_head manager other",
    "role": "academic academic_co industry",
    "supervisordecision": "renew end dismiss",
    "supervisorlevel": "excellent good pass fail",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
APPOINTMENT = (
    "industry_supervisor_id:36! appointment_no:30 appoint_type:appointtype! category_code:4 term_start:date! "
    "term_end:date! status:appointmentstatus! approval_doc_no:40 end_reason:text"
)
KEPT = "id:36! version:int! retired_on:date"
APPOINTED = "appointed_as:appointedas! approved_by:60 approved_on:date ended_on:date certificate_id:36 previous_id:36"
TABLES = {
    "qualification_evidence": "industry_supervisor_id:36! kind:evidencekind! seen_on:date! seen_by:36 remark:text",
    "supervisor_change": "request_no:30! student_id:36! role:role! old_academic_id:36 old_industry_id:36 "
    "new_academic_id:36 new_industry_id:36 reason_code:changereason! reason_text:text applied_on:date! "
    "original_opinion:opinion original_by:36 original_on:date investigate:flag! investigation:text "
    "new_opinion:opinion new_by:36 new_on:date faculty_opinion:opinion faculty_by:36 faculty_on:date "
    "office_opinion:opinion office_by:36 office_on:date effective_on:date form_id:36 status:changestatus! remark:text",
    "guidance_record": "student_id:36! role:role! guided_on:date! mode:guidancemode! stage:guidancestage! "
    "content:600! minutes:int supervision_id:36",
    "supervisor_assessment": "industry_supervisor_id:36! year:int! students_guided:int! guidance_count:int! "
    "lectures:int! thesis_reviews:int! defences:int! score:int level:supervisorlevel decision:supervisordecision "
    "assessed_on:date comment:text",
}
RIGHT_KIND = (
    "(role = 'industry' AND new_industry_id IS NOT NULL AND new_academic_id IS NULL AND old_academic_id IS NULL)"
    " OR (role <> 'industry' AND new_academic_id IS NOT NULL AND new_industry_id IS NULL AND old_industry_id IS NULL)"
)
UNIQUE = (
    ("appointment", "appointment_no"),
    ("qualification_evidence", "industry_supervisor_id", "kind"),
    ("supervisor_change", "request_no"),
    ("guidance_record", "student_id", "role", "guided_on"),
    ("supervisor_assessment", "industry_supervisor_id", "year"),
)
CHECKS = (
    ("appointment", "term", "term_end > term_start"),
    (
        "supervisor_change",
        "right_kind",
        RIGHT_KIND,
    ),
    ("guidance_record", "minutes", "minutes IS NULL OR minutes > 0"),
    ("supervisor_assessment", "score", "score BETWEEN 0 AND 1000"),
)
LINKS = {
    "industry_supervisor_id": "industry_supervisor.id",
    "category_code": "degree_category.code",
    "certificate_id": "issued_document.id",
    "previous_id": "appointment.id",
    "student_id": "student.id",
    "old_academic_id": "academic_supervisor.id",
    "new_academic_id": "academic_supervisor.id",
    "old_industry_id": "industry_supervisor.id",
    "new_industry_id": "industry_supervisor.id",
    "form_id": "issued_document.id",
    "supervision_id": "supervision.id",
}
NOT_INDEXED = "category_code"
# Code, severity, Chinese name, English name, value.
PARAMETERS = (
    ("supervisor.renew_within_days", "info", "续聘可提前（天）", "Days before the end a term is renewed", "90"),
    ("supervisor.grade.excellent", "info", "导师考核优秀分数线", "Supervisors: excellent from", "90"),
    ("supervisor.grade.good", "info", "导师考核良好分数线", "Supervisors: good from", "80"),
    ("supervisor.grade.pass", "info", "导师考核合格分数线", "Supervisors: pass from", "60"),
    ("guidance.min_per_term", "warn", "每学期指导次数下限", "Guidance a term, at least", "2"),
    ("guidance.term_starts", "info", "学期开始日（月-日）", "Terms begin on (month-day)", "02-20、09-01"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e31")


def upgrade() -> None:
    _widen_supervisors()
    _widen_appointments()
    for table, words in TABLES.items():
        _table(table, f"{words} {KEPT}".split())
    _seed()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _widen_supervisors() -> None:
    for name, kind in (("title_cert_no", "40"), ("degree_awarded_on", "date"), ("tech_head_since", "date")):
        op.add_column("industry_supervisor", sa.Column(name, _type(kind), nullable=True))
    op.add_column("industry_supervisor", sa.Column("trained_on", sa.Date(), nullable=True))
    adjunct = sa.Column("also_adjunct", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("industry_supervisor", adjunct)
    for name, kind in (("post_rank", "postrank"), ("qualified_by", "qualifiedby")):
        listed = ", ".join(f"'{one}'" for one in CHOICES[kind].split())
        rule = f"CONSTRAINT ck_industry_supervisor_{kind} CHECK ({name} IN ({listed}))"
        # SQLite takes a rule with a new column, but Alembic does not write it.
        op.execute(f"ALTER TABLE industry_supervisor ADD COLUMN {name} VARCHAR(32) {rule}")


def _widen_appointments() -> None:
    # A CHECK cannot be altered in SQLite: the table is written anew and takes the place of the old one.
    op.drop_index(op.f("ix_appointment_industry_supervisor_id"), "appointment")
    op.rename_table("appointment", "appointment_before")
    _table("appointment", f"{APPOINTMENT} {KEPT} {APPOINTED}".split())
    columns = ", ".join(word.partition(":")[0] for word in f"{APPOINTMENT} {KEPT}".split())
    op.execute(
        f"INSERT INTO appointment ({columns}, appointed_as) SELECT {columns}, 'master' FROM appointment_before"  # noqa: S608 names written above
    )
    op.drop_table("appointment_before")


def _seed() -> None:
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [
        {"id": str(uuid.uuid5(ROOT, code)), "version": 0, "code": code, "name": zh, "name_en": en, "value": value}
        | {"severity": severity, "from_cohort": 2000, "legal_basis": "参考值，以本院规定为准"}
        for code, severity, zh, en, value in PARAMETERS
        if code not in known
    ]
    if rows:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in rows[0])), rows)


def _table(name: str, words: list[str]) -> None:
    """The table with its rules and its links, which are checked when the transaction ends."""
    columns = [_column(word) for word in words]
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
        if column != NOT_INDEXED:
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
    plain = {"text": sa.String(), "int": sa.Integer(), "date": sa.Date(), "flag": sa.Boolean()}
    return plain[kind] if kind in plain else sa.String(int(kind))
