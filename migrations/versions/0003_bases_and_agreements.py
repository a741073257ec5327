"""Training bases with their seats and agreements."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _training_base()
    _period()
    _base_seats()
    _agreement()
    _agreement_party()


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


def _training_base() -> None:
    op.create_table(
        "training_base",
        sa.Column("base_no", sa.String(20), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("host_organisation_id", sa.String(36), nullable=False),
        sa.Column(
            "base_kind",
            _one_of(
                "joint_training",
                "practice",
                "training",
                "service",
                "tech_transfer",
                "branch",
                "engineering_centre",
                "huawei_ict",
                name="basekind",
            ),
            nullable=False,
        ),
        sa.Column(
            "level", _one_of("faculty", "university", "provincial", "national", name="baselevel"), nullable=False
        ),
        sa.Column("category_codes", sa.String(), nullable=True),
        sa.Column("capacity_per_batch", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(160), nullable=True),
        sa.Column("region_code", sa.String(6), nullable=True),
        sa.Column("plaque_on", sa.Date(), nullable=True),
        sa.Column("campus_leader", sa.String(36), nullable=True),
        sa.Column("host_leader", sa.String(36), nullable=True),
        sa.Column("contact_name", sa.String(36), nullable=True),
        sa.Column("contact_phone", sa.String(20), nullable=True),
        sa.Column("safety_officer", sa.String(36), nullable=True),
        sa.Column("status", _one_of("proposed", "active", "rectifying", "closed", name="basestatus"), nullable=False),
        *_kept(),
        *_training_base_rules(),
    )
    _training_base_indexes()


def _training_base_indexes() -> None:
    op.create_index(
        op.f("ix_training_base_host_organisation_id"), "training_base", ["host_organisation_id"], unique=False
    )


def _training_base_rules() -> tuple[sa.Constraint, ...]:
    return (
        sa.CheckConstraint("capacity_per_batch >= 0", name=op.f("ck_training_base_capacity")),
        sa.CheckConstraint(
            "category_codes IS NULL OR category_codes NOT GLOB '*[^0-9,]*'",
            name=op.f("ck_training_base_category_codes"),
        ),
        _link("training_base", "host_organisation_id", "organisation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_base")),
        sa.UniqueConstraint("base_no", name=op.f("uq_training_base_base_no")),
    )


def _period() -> None:
    op.create_table(
        "period",
        sa.Column("cohort_year", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        *_kept(),
        sa.CheckConstraint("ends_on > starts_on", name=op.f("ck_period_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        sa.UniqueConstraint("cohort_year", "name", name=op.f("uq_period_cohort_year_name")),
    )


def _base_seats() -> None:
    op.create_table(
        "base_seats",
        sa.Column("base_id", sa.String(36), nullable=False),
        sa.Column("period_id", sa.String(36), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        *_kept(),
        sa.CheckConstraint("seats >= 0", name=op.f("ck_base_seats_seats")),
        _link("base_seats", "base_id", "training_base.id"),
        _link("base_seats", "period_id", "period.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_base_seats")),
        sa.UniqueConstraint("base_id", "period_id", name=op.f("uq_base_seats_base_id_period_id")),
    )
    op.create_index(op.f("ix_base_seats_base_id"), "base_seats", ["base_id"], unique=False)
    op.create_index(op.f("ix_base_seats_period_id"), "base_seats", ["period_id"], unique=False)


def _agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("agreement_no", sa.String(40), nullable=False),
        sa.Column(
            "kind",
            _one_of(
                "framework",
                "memorandum",
                "base",
                "placement",
                "title_coupling",
                "training",
                "resource_sharing",
                "confidentiality",
                name="agreementkind",
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("base_id", sa.String(36), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("auto_renew", sa.Boolean(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_agreement_dates")),
        _link("agreement", "base_id", "training_base.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("agreement_no", name=op.f("uq_agreement_agreement_no")),
    )
    op.create_index(op.f("ix_agreement_base_id"), "agreement", ["base_id"], unique=False)


def _agreement_party() -> None:
    op.create_table(
        "agreement_party",
        sa.Column("agreement_id", sa.String(36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column(
            "party_kind",
            _one_of("organisation", "student", "supervisor", "institute", name="partykind"),
            nullable=False,
        ),
        sa.Column("name_snapshot", sa.String(80), nullable=False),
        sa.Column("signatory", sa.String(36), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        *_kept(),
        _link("agreement_party", "agreement_id", "agreement.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint("agreement_id", "seq", name=op.f("uq_agreement_party_agreement_id_seq")),
    )
    op.create_index(op.f("ix_agreement_party_agreement_id"), "agreement_party", ["agreement_id"], unique=False)
