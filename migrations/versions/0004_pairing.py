"""Preferences, supervisions and placements."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _preference()
    _supervision()
    _placement()


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


def _preference() -> None:
    op.create_table(
        "preference",
        sa.Column("student_id", sa.String(36), nullable=False),
        sa.Column("chosen_by", _one_of("student", "supervisor", name="chooser"), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("academic_supervisor_id", sa.String(36), nullable=True),
        sa.Column("industry_supervisor_id", sa.String(36), nullable=True),
        sa.Column("training_base_id", sa.String(36), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "(academic_supervisor_id IS NOT NULL)"
            " + (industry_supervisor_id IS NOT NULL)"
            " + (training_base_id IS NOT NULL) = 1",
            name=op.f("ck_preference_one_target"),
        ),
        sa.CheckConstraint("rank >= 1", name=op.f("ck_preference_rank")),
        _link("preference", "academic_supervisor_id", "academic_supervisor.id"),
        _link("preference", "industry_supervisor_id", "industry_supervisor.id"),
        _link("preference", "student_id", "student.id"),
        _link("preference", "training_base_id", "training_base.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preference")),
    )
    _preference_indexes()


def _preference_indexes() -> None:
    op.create_index(op.f("ix_preference_student_id"), "preference", ["student_id"], unique=False)
    op.create_index(
        op.f("uq_preference_academic_supervisor_id"),
        "preference",
        ["chosen_by", "student_id", "academic_supervisor_id"],
        unique=True,
    )
    op.create_index(
        op.f("uq_preference_industry_supervisor_id"),
        "preference",
        ["chosen_by", "student_id", "industry_supervisor_id"],
        unique=True,
    )
    op.create_index(
        op.f("uq_preference_training_base_id"),
        "preference",
        ["chosen_by", "student_id", "training_base_id"],
        unique=True,
    )


def _supervision() -> None:
    op.create_table(
        "supervision",
        sa.Column("student_id", sa.String(36), nullable=False),
        sa.Column("role", _one_of("academic", "academic_co", "industry", name="role"), nullable=False),
        sa.Column("academic_supervisor_id", sa.String(36), nullable=True),
        sa.Column("industry_supervisor_id", sa.String(36), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("origin", _one_of("hand", "solver", "import", name="origin"), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("assign_doc_no", sa.String(40), nullable=True),
        *_kept(),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_supervision_dates")),
        sa.CheckConstraint(
            "(role = 'industry' AND industry_supervisor_id IS NOT NULL AND academic_supervisor_id IS NULL)"
            " OR (role <> 'industry' AND academic_supervisor_id IS NOT NULL AND industry_supervisor_id IS NULL)",
            name=op.f("ck_supervision_right_kind"),
        ),
        _link("supervision", "academic_supervisor_id", "academic_supervisor.id"),
        _link("supervision", "industry_supervisor_id", "industry_supervisor.id"),
        _link("supervision", "student_id", "student.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision")),
    )
    op.create_index(
        op.f("ix_supervision_academic_supervisor_id"), "supervision", ["academic_supervisor_id"], unique=False
    )
    op.create_index(
        op.f("ix_supervision_industry_supervisor_id"), "supervision", ["industry_supervisor_id"], unique=False
    )
    op.create_index(op.f("ix_supervision_student_id"), "supervision", ["student_id"], unique=False)
    op.create_index(
        op.f("uq_supervision_open"),
        "supervision",
        ["student_id", "role"],
        unique=True,
        sqlite_where=sa.text("ends_on IS NULL AND role <> 'academic_co'"),
        postgresql_where=sa.text("ends_on IS NULL AND role <> 'academic_co'"),
    )


def _placement() -> None:
    op.create_table(
        "placement",
        sa.Column("placement_no", sa.String(30), nullable=False),
        sa.Column("student_id", sa.String(36), nullable=False),
        sa.Column("base_id", sa.String(36), nullable=False),
        sa.Column("period_id", sa.String(36), nullable=False),
        sa.Column(
            "practice_form",
            _one_of("industry_internship", "project_research", "on_campus_centre", "own_post", name="practiceform"),
            nullable=False,
        ),
        sa.Column(
            "arrangement", _one_of("base", "supervisor_project", "self_arranged", name="arrangement"), nullable=False
        ),
        sa.Column("post_name", sa.String(60), nullable=True),
        sa.Column("project_title", sa.String(120), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("agreement_id", sa.String(36), nullable=True),
        sa.Column(
            "status", _one_of("planned", "dispatched", "finished", "cancelled", name="placementstatus"), nullable=False
        ),
        sa.Column("letter_id", sa.String(36), nullable=True),
        sa.Column("origin", _one_of("hand", "solver", "import", name="origin"), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_placement_dates")),
        _link("placement", "agreement_id", "agreement.id"),
        _link("placement", "base_id", "training_base.id"),
        _link("placement", "period_id", "period.id"),
        _link("placement", "student_id", "student.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("placement_no", name=op.f("uq_placement_placement_no")),
    )
    _placement_indexes()


def _placement_indexes() -> None:
    op.create_index(op.f("ix_placement_base_id"), "placement", ["base_id"], unique=False)
    op.create_index(op.f("ix_placement_letter_id"), "placement", ["letter_id"], unique=False)
    op.create_index(op.f("ix_placement_period_id"), "placement", ["period_id"], unique=False)
    op.create_index(op.f("ix_placement_student_id"), "placement", ["student_id"], unique=False)
    op.create_index(
        op.f("uq_placement_open"),
        "placement",
        ["student_id", "period_id"],
        unique=True,
        sqlite_where=sa.text("status <> 'cancelled'"),
        postgresql_where=sa.text("status <> 'cancelled'"),
    )
