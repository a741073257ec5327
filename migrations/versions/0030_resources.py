"""Keeps shared teaching resources and who used them; the database itself lets nobody book what is taken."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "resourcekind": "course case lab textbook licence dataset lecture project_topic certification",
    "resourcestatus": "draft published suspended withdrawn",
    "sharescope": "institute partner public",
    "booking": "whole share free",
    "delivery": "onsite online blended",
    "certificatelevel": "HCIA HCIP HCIE other",
    "teacherrole": "campus industry",
    "usepurpose": "teaching practice research exam training maintenance other",
    "usestatus": "requested approved in_use returned evaluated rejected cancelled",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "teaching_resource": "resource_no:30! name:120! kind:resourcekind! status:resourcestatus! owner_id:36 "
    "share_scope:sharescope! contact:36 contact_phone:20 agreement_id:36 valid_from:date valid_to:date "
    "booking:booking! capacity:int location:80 url:200 opens_at:time closes_at:time category_code:4 course_code:30 "
    "hours:int credits:int delivery:delivery is_ict:flag! ict_code:30 authors:120 source_id:36 teaching_note:flag! "
    "authorised:flag! library_no:40 library_on:date isbn:20 publisher:60 edition:40 vendor:40 "
    "level:certificatelevel ip_owner:80 licence_terms:text summary:text remark:text",
    "instructor": "certificate_no:40! name:36! unit_id:36 person_id:36 vendor:40! level:certificatelevel! "
    "direction:60 acquired_on:date valid_until:date phone:20 remark:text",
    "resource_teacher": "resource_id:36! seq:int! name:36! role:teacherrole! unit:80 instructor_id:36 share:80",
    "resource_equipment": "resource_id:36! seq:int! name:60! model:60 quantity:int! asset_no:40 remark:text",
    "resource_use": "use_no:30! resource_id:36! subject:120! purpose:usepurpose! starts_at:moment! ends_at:moment! "
    "headcount:int! unit_id:36 user_name:36! person_id:36 user_phone:20 status:usestatus! machine_hours:int "
    "score:int comment:text evaluated_on:date remark:text",
}
UNIQUE = (
    ("teaching_resource", "resource_no"),
    ("instructor", "certificate_no"),
    ("resource_teacher", "resource_id", "seq"),
    ("resource_equipment", "resource_id", "seq"),
    ("resource_use", "use_no"),
)
CHECKS = (
    ("teaching_resource", "dates", "valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from"),
    ("teaching_resource", "capacity", "capacity > 0"),
    ("teaching_resource", "shared", "booking <> 'share' OR capacity IS NOT NULL"),
    ("teaching_resource", "hours", "closes_at IS NULL OR opens_at IS NULL OR closes_at > opens_at"),
    ("instructor", "dates", "valid_until IS NULL OR acquired_on IS NULL OR valid_until >= acquired_on"),
    ("resource_equipment", "quantity", "quantity >= 0"),
    ("resource_use", "times", "ends_at > starts_at"),
    ("resource_use", "headcount", "headcount > 0"),
    ("resource_use", "score", "score BETWEEN 1 AND 5"),
)
LINKS = {
    "owner_id": "organisation.id",
    "source_id": "organisation.id",
    "unit_id": "organisation.id",
    "agreement_id": "agreement.id",
    "category_code": "degree_category.code",
    "person_id": "person.id",
    "resource_id": "teaching_resource.id",
    "instructor_id": "instructor.id",
}
# The load can only rise where a use begins; maintenance takes the whole.
TAKEN = """BEGIN SELECT RAISE(ABORT, 'resource_use: taken') WHERE EXISTS (
  SELECT 1 FROM teaching_resource r JOIN resource_use m ON m.resource_id = r.id
  WHERE r.id = NEW.resource_id AND r.booking <> 'free'
    AND m.status IN ('approved', 'in_use') AND m.retired_on IS NULL
    AND m.starts_at < NEW.ends_at AND NEW.starts_at < m.ends_at
    AND (SELECT CASE r.booking WHEN 'whole' THEN count(*) > 1 ELSE r.capacity <
          sum(CASE o.purpose WHEN 'maintenance' THEN r.capacity ELSE o.headcount END) END
        FROM resource_use o
        WHERE o.resource_id = r.id AND o.status IN ('approved', 'in_use') AND o.retired_on IS NULL
          AND o.starts_at <= max(m.starts_at, NEW.starts_at) AND o.ends_at > max(m.starts_at, NEW.starts_at)
    )); END"""
HELD = "NEW.status IN ('approved', 'in_use') AND NEW.retired_on IS NULL"
WATCHED = "resource_id, starts_at, ends_at, headcount, purpose, status, retired_on"


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())
    op.create_index(op.f("ix_resource_use_starts_at"), "resource_use", ["starts_at"], unique=False)
    op.execute(f"CREATE TRIGGER resource_use_taken_new AFTER INSERT ON resource_use WHEN {HELD} {TAKEN}")
    op.execute(f"CREATE TRIGGER resource_use_taken AFTER UPDATE OF {WATCHED} ON resource_use WHEN {HELD} {TAKEN}")


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
    plain = {"text": sa.String(), "int": sa.Integer(), "date": sa.Date(), "time": sa.Time(), "flag": sa.Boolean()}
    plain["moment"] = sa.DateTime()
    return plain[kind] if kind in plain else sa.String(int(kind))
