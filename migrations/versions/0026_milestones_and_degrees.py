"""Records the way from enrolment to degree: plans, milestones, courses, reports and assessment of practice, degrees."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

# Code, Chinese name, English name, months after enrolment, the only route it is on. The office changes them.
MILESTONES = (
    ("registration", "入学", "Registration", 0, ""),
    ("supervisor_assigned", "双导师确定", "Supervisors assigned", 3, ""),
    ("plan", "个人培养计划", "Individual plan", 3, ""),
    ("course_done", "课程修完", "Courses completed", 12, ""),
    ("practice_apply", "专业实践申请", "Application for practice", 12, ""),
    ("proposal", "开题", "Proposal", 15, ""),
    ("practice_midterm", "实践中期", "Midterm of practice", 18, ""),
    ("midterm", "中期考核", "Midterm examination", 21, ""),
    ("practice_assess", "专业实践考核", "Assessment of practice", 24, ""),
    ("acceptance", "成果验收", "Acceptance of the outcome", 28, "practical_outcome"),
    ("draft", "初稿", "Draft", 28, "thesis"),
    ("plagiarism", "查重", "Similarity check", 29, ""),
    ("pre_defence", "预答辩", "Pre-defence", 30, ""),
    ("external_review", "送审", "External review", 31, ""),
    ("defence", "答辩", "Defence", 33, ""),
    ("title_apply", "职称申报", "Title application", 33, ""),
    ("degree_meeting", "学位评定", "Degree committee", 34, ""),
    ("degree_award", "授予学位", "Award of the degree", 34, ""),
    ("archive", "归档", "Archive", 36, ""),
)
NOT_FOR_DEGREE = ("title_apply", "degree_meeting", "degree_award", "archive")
PANELS = ("proposal", "midterm", "practice_assess", "acceptance", "pre_defence", "defence")
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e28")

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "degreeroute": "thesis practical_outcome",
    "milestonestatus": "not_due open submitted conditional passed failed waived",
    "outcomeform": "major_equipment instrument software design standard other",
    "degreeresult": "pass revise fail",
    "reviewresult": "agree minor major refuse",
    "reportkind": "weekly monthly midterm final",
    "reportstatus": "due submitted returned accepted waived",
    "assessmentstatus": "not_started report_submitted report_returned report_accepted scoring defence_scheduled "
    "defended weights_applied faculty_confirmed passed failed",
    "practicegrade": "excellent good pass fail",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "milestone_def": "code:30! step:int! name:40! name_en:60! months_after:int route:degreeroute for_degree:flag! "
    "has_panel:flag!",
    "training_plan": "plan_no:30! name:80! from_cohort:int! to_cohort:int programme_id:36 category_code:4 remark:text",
    "plan_milestone": "plan_id:36! def_code:30! months_after:int wanted:flag!",
    "plan_course": "plan_id:36! course_code:30! course_name:80! is_degree_course:flag! credit_x10:int! semester:int "
    "compulsory:flag!",
    "milestone": "student_id:36! def_code:30! attempt_no:int! due_on:date delay_count:int! submitted_on:date "
    "held_on:date score_x10:int opinion:text place:80 status:milestonestatus!",
    "milestone_member": "milestone_id:36! seq:int! name:36! unit:80 title:40 is_external:flag! is_chair:flag!",
    "course_result": "student_id:36! course_code:30! course_name:80! semester:20! is_degree_course:flag! "
    "credit_x10:int! score_x10:int passed:flag",
    "degree_application": "student_id:36! attempt_no:int! route:degreeroute! title:160! outcome_form:outcomeform "
    "confidential:flag! submitted_on:date decide_by:date accepted_on:date defended_on:date committee_size:int "
    "votes_for:int votes_against:int votes_abstain:int result:degreeresult awarded_on:date certificate_no:40",
    "degree_member": "application_id:36! seq:int! name:36! unit:80 title:40 is_external:flag! is_chair:flag!",
    "degree_review": "application_id:36! seq:int! reviewer:36 unit:80 sent_on:date due_on:date returned_on:date "
    "result:reviewresult score_x10:int opinion:text",
    "practice_report": "student_id:36! placement_id:36 kind:reportkind! cycle:int! due_on:date! submitted_on:date "
    "times_returned:int! chars:int summary:text problems:text campus_opinion:text industry_opinion:text "
    "status:reportstatus!",
    "practice_assessment": "student_id:36! attempt_no:int! status:assessmentstatus! campus_score_x10:int "
    "industry_score_x10:int defence_score_x10:int weight_campus:int! weight_industry:int! weight_defence:int! "
    "total_score_x10:int grade:practicegrade credits_x10:int months:int days:int project_months:int project_days:int "
    "defence_group:40 defence_on:date self_summary:text industry_opinion:text host_opinion:text campus_opinion:text "
    "panel_opinion:text confirmed_by:36 confirmed_on:date",
}
UNIQUE = (
    ("milestone_def", "code"),
    ("milestone_def", "name"),
    ("training_plan", "plan_no"),
    ("plan_milestone", "plan_id", "def_code"),
    ("plan_course", "plan_id", "course_code"),
    ("milestone", "student_id", "def_code", "attempt_no"),
    ("milestone_member", "milestone_id", "seq"),
    ("course_result", "student_id", "course_code", "semester"),
    ("degree_application", "certificate_no"),
    ("degree_application", "student_id", "attempt_no"),
    ("degree_member", "application_id", "seq"),
    ("degree_review", "application_id", "seq"),
    ("practice_report", "student_id", "kind", "cycle"),
    ("practice_assessment", "student_id", "attempt_no"),
)
CHECKS = (
    ("milestone_def", "months_after", "months_after IS NULL OR months_after >= 0"),
    ("training_plan", "cohort", "from_cohort BETWEEN 2000 AND 2100"),
    ("training_plan", "cohorts", "to_cohort IS NULL OR to_cohort >= from_cohort"),
    ("plan_milestone", "months_after", "months_after IS NULL OR months_after >= 0"),
    ("plan_course", "credit", "credit_x10 > 0"),
    ("milestone", "score", "score_x10 IS NULL OR score_x10 BETWEEN 0 AND 1000"),
    ("milestone", "delays", "delay_count >= 0"),
    ("milestone", "attempt", "attempt_no > 0"),
    ("course_result", "credit", "credit_x10 >= 0"),
    ("course_result", "score", "score_x10 IS NULL OR score_x10 BETWEEN 0 AND 1000"),
    ("degree_application", "attempt", "attempt_no > 0"),
    ("degree_application", "votes", "votes_for >= 0 AND votes_against >= 0 AND votes_abstain >= 0"),
    (
        "degree_application",
        "two_thirds",
        (
            "result IS NULL OR committee_size IS NULL OR votes_for IS NULL"
            " OR (result = 'pass') = (votes_for * 3 >= committee_size * 2)"
        ),
    ),
    ("degree_application", "committee", "committee_size IS NULL OR committee_size >= 3"),
    ("practice_report", "cycle", "cycle > 0"),
    ("practice_report", "chars", "chars IS NULL OR chars >= 0"),
    ("practice_assessment", "attempt", "attempt_no > 0"),
    ("practice_assessment", "weight_signs", "min(weight_campus, weight_industry, weight_defence) >= 0"),
    ("practice_assessment", "total", "total_score_x10 IS NULL OR total_score_x10 BETWEEN 0 AND 1000"),
    ("practice_assessment", "weights", "weight_campus + weight_industry + weight_defence = 100"),
)
LINKS = {
    "programme_id": "programme.id",
    "category_code": "degree_category.code",
    "plan_id": "training_plan.id",
    "def_code": "milestone_def.code",
    "student_id": "student.id",
    "milestone_id": "milestone.id",
    "application_id": "degree_application.id",
    "placement_id": "placement.id",
}


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())
    rows = [
        {
            "id": str(uuid.uuid5(ROOT, code)),
            "version": 0,
            "code": code,
            "step": step,
            "name": zh,
            "name_en": en,
            "months_after": months,
            "route": route or None,
            "for_degree": code not in NOT_FOR_DEGREE,
            "has_panel": code in PANELS,
        }
        for step, (code, zh, en, months, route) in enumerate(MILESTONES, 1)
    ]
    op.bulk_insert(sa.table("milestone_def", *(sa.column(key) for key in rows[0])), rows)


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
