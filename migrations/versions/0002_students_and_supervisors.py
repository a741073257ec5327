"""Students, supervisors and appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _student()
    _academic_supervisor()
    _industry_supervisor()
    _appointment()


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _kept() -> tuple[sa.Column, ...]:
    """What every record has."""
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
    )


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A reference, checked when the transaction ends."""
    name = op.f(f"fk_{table}_{column}_{target.partition('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _one_of(*values: str, name: str) -> sa.Enum:
    """A closed list, stored by value and checked by the database."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _student() -> None:
    op.create_table(
        "student",
        sa.Column("student_no", sa.String(20), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("cohort_year", sa.Integer(), nullable=False),
        sa.Column("category_code", sa.String(4), nullable=False),
        sa.Column("field_code", sa.String(6), nullable=True),
        sa.Column("study_mode", _one_of("full_time", "part_time", name="studymode"), nullable=False),
        sa.Column("orientation_type", _one_of("non_oriented", "oriented", name="orientationtype"), nullable=False),
        sa.Column("employer_id", sa.String(36), nullable=True),
        sa.Column(
            "employer_type",
            _one_of("enterprise", "public_institution", "civil_service", "other", name="employertype"),
            nullable=True,
        ),
        sa.Column("education_level", _one_of("master", "doctor", name="educationlevel"), nullable=False),
        sa.Column("programme_id", sa.String(36), nullable=True),
        sa.Column("branch_id", sa.String(36), nullable=True),
        sa.Column("department", sa.String(60), nullable=True),
        sa.Column("enrolled_on", sa.Date(), nullable=False),
        sa.Column("expected_graduation_on", sa.Date(), nullable=True),
        sa.Column("prior_work_months", sa.Integer(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column(
            "status",
            _one_of("enrolled", "suspended", "extended", "graduated", "completed", "withdrawn", name="studentstatus"),
            nullable=False,
        ),
        *_kept(),
        *_student_rules(),
    )
    op.create_index(op.f("ix_student_cohort_year"), "student", ["cohort_year"], unique=False)


def _student_rules() -> tuple[sa.Constraint, ...]:
    return (
        sa.CheckConstraint("cohort_year BETWEEN 2000 AND 2100", name=op.f("ck_student_cohort")),
        sa.CheckConstraint(
            "expected_graduation_on IS NULL OR expected_graduation_on > enrolled_on", name=op.f("ck_student_dates")
        ),
        sa.CheckConstraint(
            "field_code IS NULL OR substr(field_code, 1, 4) = category_code", name=op.f("ck_student_field_in_category")
        ),
        sa.CheckConstraint("prior_work_months IS NULL OR prior_work_months >= 0", name=op.f("ck_student_prior_work")),
        _link("student", "branch_id", "training_base.id"),
        _link("student", "category_code", "degree_category.code"),
        _link("student", "employer_id", "organisation.id"),
        _link("student", "field_code", "degree_field.code"),
        _link("student", "person_id", "person.id"),
        _link("student", "programme_id", "programme.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_student")),
        sa.UniqueConstraint("person_id", name=op.f("uq_student_person_id")),
        sa.UniqueConstraint("student_no", name=op.f("uq_student_student_no")),
    )


def _academic_supervisor() -> None:
    op.create_table(
        "academic_supervisor",
        sa.Column("staff_no", sa.String(20), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("department", sa.String(60), nullable=False),
        sa.Column("title_name", sa.String(20), nullable=True),
        sa.Column("supervisor_type", _one_of("master", "doctor", "both", name="supervisortype"), nullable=True),
        sa.Column("appointed_on", sa.Date(), nullable=True),
        sa.Column("category_codes", sa.String(), nullable=True),
        sa.Column("max_students", sa.Integer(), nullable=True),
        sa.Column("expertise", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "category_codes IS NULL OR category_codes NOT GLOB '*[^0-9,]*'",
            name=op.f("ck_academic_supervisor_category_codes"),
        ),
        sa.CheckConstraint("max_students >= 0", name=op.f("ck_academic_supervisor_max_students")),
        _link("academic_supervisor", "person_id", "person.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_academic_supervisor")),
        sa.UniqueConstraint("person_id", name=op.f("uq_academic_supervisor_person_id")),
        sa.UniqueConstraint("staff_no", name=op.f("uq_academic_supervisor_staff_no")),
    )


def _industry_supervisor() -> None:
    op.create_table(
        "industry_supervisor",
        sa.Column("supervisor_no", sa.String(20), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("organisation_id", sa.String(36), nullable=False),
        sa.Column("department_name", sa.String(60), nullable=True),
        sa.Column("post", sa.String(40), nullable=True),
        sa.Column("title_name", sa.String(20), nullable=True),
        sa.Column(
            "title_level",
            _one_of("none", "junior", "intermediate", "associate_senior", "senior", name="titlelevel"),
            nullable=True,
        ),
        sa.Column("work_start_year", sa.Integer(), nullable=True),
        sa.Column("expertise", sa.String(), nullable=False),
        sa.Column("category_code", sa.String(4), nullable=True),
        sa.Column("max_students", sa.Integer(), nullable=True),
        sa.Column("recommended_by_id", sa.String(36), nullable=True),
        sa.Column("source_base_id", sa.String(36), nullable=True),
        *_kept(),
        sa.CheckConstraint("max_students >= 0", name=op.f("ck_industry_supervisor_max_students")),
        _link("industry_supervisor", "category_code", "degree_category.code"),
        _link("industry_supervisor", "organisation_id", "organisation.id"),
        _link("industry_supervisor", "person_id", "person.id"),
        _link("industry_supervisor", "recommended_by_id", "academic_supervisor.id"),
        _link("industry_supervisor", "source_base_id", "training_base.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_industry_supervisor")),
        sa.UniqueConstraint("person_id", name=op.f("uq_industry_supervisor_person_id")),
        sa.UniqueConstraint("supervisor_no", name=op.f("uq_industry_supervisor_supervisor_no")),
    )
    op.create_index(
        op.f("ix_industry_supervisor_organisation_id"), "industry_supervisor", ["organisation_id"], unique=False
    )


def _appointment() -> None:
    op.create_table(
        "appointment",
        sa.Column("industry_supervisor_id", sa.String(36), nullable=False),
        sa.Column("appointment_no", sa.String(30), nullable=True),
        sa.Column("appoint_type", _one_of("new", "renew", name="appointtype"), nullable=False),
        sa.Column("category_code", sa.String(4), nullable=True),
        sa.Column("term_start", sa.Date(), nullable=False),
        sa.Column("term_end", sa.Date(), nullable=False),
        sa.Column("status", _one_of("draft", "active", "ended", name="appointmentstatus"), nullable=False),
        sa.Column("approval_doc_no", sa.String(40), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint("term_end > term_start", name=op.f("ck_appointment_term")),
        _link("appointment", "category_code", "degree_category.code"),
        _link("appointment", "industry_supervisor_id", "industry_supervisor.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("appointment_no", name=op.f("uq_appointment_appointment_no")),
    )
    op.create_index(
        op.f("ix_appointment_industry_supervisor_id"), "appointment", ["industry_supervisor_id"], unique=False
    )
