"""Records professional titles: rule sets, batches with their committee, applications, what was judged at submission."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "titletest": "category about_to_graduate not_civil_service employer_consent degree_course_mean practice_months "
    "practice_score deadline",
    "evidencekind": "transcript practice_assessment degree_or_status integrity work_certificate employer_consent "
    "project_report patent paper standard award software_copyright other",
    "askedof": "everybody worked public_institution any_one",
    "evidencestatus": "missing received verified rejected",
    "committeerole": "chair vice_chair member secretary",
    "applykind": "review initial",
    "titlelevel": "none junior intermediate associate_senior senior",
    "severity": "block warn info",
    "titlebatchstatus": "planned open reviewing publicity closed",
    "titleapplicationstatus": "draft submitted returned prelim_passed prelim_failed in_review review_passed "
    "review_failed publicity objection confirmed certificate_issued rejected revoked withdrawn",
    "objectionresult": "pending upheld dismissed",
    "checkstanding": "met not_yet unknown impossible",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "title_rule_set": "name:80! in_force_on:date! from_cohort:int to_cohort:int category_codes:text work_months:int "
    "legal_basis:120! remark:text",
    "title_rule_test": "rule_set_id:36! seq:int! test:titletest! threshold:int severity:severity! legal_basis:120",
    "title_rule_evidence": "rule_set_id:36! seq:int! kind:evidencekind! asked_of:askedof!",
    "title_batch": "name:60! year:int! graduates_of:date rule_set_id:36 apply_open:date apply_close:date! "
    "practice_until:date review_on:date publicity_from:date publicity_to:date notice_doc_no:40 approval_doc_no:40 "
    "cert_prefix:20 status:titlebatchstatus! remark:text",
    "title_committee_member": "batch_id:36! seq:int! name:36! unit:80 title:40 role:committeerole! present:flag! "
    "term_until:date",
    "title_application": "application_no:30! batch_id:36! student_id:36! apply_kind:applykind! series:20! specialty:40 "
    "target_title:20! target_level:titlelevel! work_months:int status:titleapplicationstatus! submitted_on:date "
    "prelim_on:date prelim_by:80 prelim_opinion:text votes_for:int votes_against:int votes_abstain:int "
    "qualified_on:date cert_no:40 cert_issued_on:date remark:text",
    "title_evidence": "application_id:36! seq:int! kind:evidencekind! name:120 document_no:60 status:evidencestatus! "
    "checked_on:date checked_by:80 remark:text",
    "title_objection": "application_id:36! seq:int! raised_on:date! raised_by:80 content:300! result:objectionresult! "
    "opinion:text settled_on:date",
    "title_snapshot": "application_id:36! seq:int! taken_on:date! verdict:checkstanding! rules:80! legal_basis:120! "
    "category_code:4 degree_mean:8 work_months:int practice_months:int practice_days:int practice_score:int",
    "title_check": "application_id:36! snapshot_seq:int! seq:int! test:titletest! standing:checkstanding! value:120 "
    "value_en:160 threshold:120 threshold_en:160 legal_basis:120",
}
UNIQUE = (
    ("title_rule_set", "name"),
    ("title_rule_test", "rule_set_id", "test"),
    ("title_rule_evidence", "rule_set_id", "kind"),
    ("title_batch", "name"),
    ("title_committee_member", "batch_id", "seq"),
    ("title_application", "application_no"),
    ("title_application", "batch_id", "student_id"),
    ("title_application", "cert_no"),
    ("title_evidence", "application_id", "seq"),
    ("title_objection", "application_id", "seq"),
    ("title_snapshot", "application_id", "seq"),
    ("title_check", "application_id", "snapshot_seq", "seq"),
)
CHECKS = (
    ("title_rule_set", "category_codes", "category_codes IS NULL OR category_codes NOT GLOB '*[^0-9,]*'"),
    ("title_rule_set", "cohorts", "to_cohort IS NULL OR from_cohort IS NULL OR to_cohort >= from_cohort"),
    ("title_rule_set", "work_months", "work_months IS NULL OR work_months >= 0"),
    ("title_rule_test", "threshold", "threshold IS NULL OR threshold >= 0"),
    ("title_batch", "dates", "apply_open IS NULL OR apply_open <= apply_close"),
    (
        "title_batch",
        "publicity",
        "publicity_from IS NULL OR publicity_to IS NULL OR publicity_from <= publicity_to",
    ),
    ("title_application", "work_months", "work_months IS NULL OR work_months >= 0"),
    ("title_application", "votes", "votes_for >= 0 AND votes_against >= 0 AND votes_abstain >= 0"),
    ("title_objection", "answered", "result = 'pending' OR opinion IS NOT NULL"),
)
LINKS = {
    "rule_set_id": "title_rule_set.id",
    "batch_id": "title_batch.id",
    "student_id": "student.id",
    "application_id": "title_application.id",
}
# What was judged is never judged otherwise afterwards; a merge may still move it to another application.
FROZEN = {
    "title_snapshot": "seq, taken_on, verdict, rules, legal_basis, category_code, degree_mean, work_months, "
    "practice_months, practice_days, practice_score",
    "title_check": "snapshot_seq, seq, test, standing, value, value_en, threshold, threshold_en, legal_basis",
}


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())
    for table, columns in FROZEN.items():
        op.execute(
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END"
        )


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
    plain = {"text": sa.String(), "int": sa.Integer(), "date": sa.Date(), "flag": sa.Boolean()}
    return plain[kind] if kind in plain else sa.String(int(kind))
