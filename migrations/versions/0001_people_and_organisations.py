"""People, organisations and what is studied."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _person()
    _organisation()
    _organisation_name()
    _contact()
    _degree_category()
    _degree_field()
    _programme()


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


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("name", sa.String(36), nullable=False),
        sa.Column("name_pinyin", sa.String(120), nullable=True),
        sa.Column("initials", sa.String(36), nullable=True),
        sa.Column("gender", _one_of("male", "female", "unspecified", name="gender"), nullable=True),
        sa.Column(
            "id_type",
            _one_of(
                "resident_id", "passport", "hk_mo_permit", "tw_permit", "residence_permit_hmt", "other", name="idtype"
            ),
            nullable=True,
        ),
        sa.Column("id_number", sa.String(30), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("mobile", sa.String(20), nullable=True),
        sa.Column("email", sa.String(120), nullable=True),
        sa.Column("highest_degree", sa.String(20), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        *_kept(),
        sa.CheckConstraint("id_number IS NULL OR id_type IS NOT NULL", name=op.f("ck_person_id_has_type")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 36", name=op.f("ck_person_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("id_type", "id_number", name=op.f("uq_person_id_type_id_number")),
    )
    op.create_index(op.f("ix_person_initials"), "person", ["initials"], unique=False)
    op.create_index(op.f("ix_person_name"), "person", ["name"], unique=False)


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("uscc", sa.String(18), nullable=True),
        sa.Column("short_name", sa.String(30), nullable=True),
        sa.Column("name_en", sa.String(120), nullable=True),
        sa.Column(
            "org_type",
            _one_of(
                "enterprise",
                "public_institution",
                "government",
                "university",
                "research",
                "social",
                "foreign",
                name="orgtype",
            ),
            nullable=True,
        ),
        sa.Column("region_code", sa.String(6), nullable=True),
        sa.Column("address", sa.String(160), nullable=True),
        sa.Column("postal_code", sa.String(6), nullable=True),
        sa.Column("staff_count", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("uscc", name=op.f("uq_organisation_uscc")),
    )
    op.create_index(op.f("ix_organisation_name"), "organisation", ["name"], unique=False)


def _organisation_name() -> None:
    op.create_table(
        "organisation_name",
        sa.Column("organisation_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *_kept(),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_organisation_name_dates")),
        _link("organisation_name", "organisation_id", "organisation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_name")),
    )
    op.create_index(
        op.f("ix_organisation_name_organisation_id"), "organisation_name", ["organisation_id"], unique=False
    )


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("organisation_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(36), nullable=False),
        sa.Column("duty", sa.String(20), nullable=True),
        sa.Column("post", sa.String(40), nullable=True),
        sa.Column("phone", sa.String(20), nullable=True),
        sa.Column("email", sa.String(120), nullable=True),
        *_kept(),
        _link("contact", "organisation_id", "organisation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_organisation_id"), "contact", ["organisation_id"], unique=False)


def _degree_category() -> None:
    op.create_table(
        "degree_category",
        sa.Column("code", sa.String(4), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("name_en", sa.String(80), nullable=True),
        *_kept(),
        sa.CheckConstraint("length(code) = 4", name=op.f("ck_degree_category_code_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_degree_category")),
        sa.UniqueConstraint("code", name=op.f("uq_degree_category_code")),
    )


def _degree_field() -> None:
    op.create_table(
        "degree_field",
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("category_code", sa.String(4), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("name_en", sa.String(80), nullable=True),
        *_kept(),
        sa.CheckConstraint("length(code) = 6", name=op.f("ck_degree_field_code_length")),
        _link("degree_field", "category_code", "degree_category.code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_degree_field")),
        sa.UniqueConstraint("code", name=op.f("uq_degree_field_code")),
    )
    op.create_index(op.f("ix_degree_field_category_code"), "degree_field", ["category_code"], unique=False)


def _programme() -> None:
    op.create_table(
        "programme",
        sa.Column("programme_no", sa.String(20), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column(
            "kind",
            _one_of("excellence", "huawei_master", "enterprise_joint", "international", name="programmekind"),
            nullable=False,
        ),
        sa.Column("category_code", sa.String(4), nullable=True),
        sa.Column("start_year", sa.Integer(), nullable=True),
        sa.Column("quota_per_year", sa.Integer(), nullable=True),
        sa.Column("leader_campus", sa.String(36), nullable=True),
        sa.Column("leader_industry", sa.String(36), nullable=True),
        *_kept(),
        sa.CheckConstraint("quota_per_year >= 0", name=op.f("ck_programme_quota")),
        _link("programme", "category_code", "degree_category.code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("programme_no", name=op.f("uq_programme_programme_no")),
    )
