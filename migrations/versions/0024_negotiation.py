"""Records regular negotiation: aspects, series, meetings, what they resolve, and what partners promise at them."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

# Code, Chinese name, English name.
ASPECTS = (
    ("A1", "定期会商", "Regular negotiation"),
    ("A2", "高层次人才培养", "High-calibre talents"),
    ("A3", "工程硕士与职称衔接", "Degree and professional title"),
    ("A4", "教学资源共享", "Sharing of teaching resources"),
    ("A5", "双导师制", "Double-supervisor system"),
    ("A6a", "实训基地", "Training bases"),
    ("A6b", "技术转移基地", "Technology transfer bases"),
    ("H1", "专业硕士项目", "Professional master's programme"),
    ("H2", "培训与服务基地", "Training and service base"),
    ("H3", "高端培训", "Top training programme"),
    ("X1", "国际合作", "International co-operation"),
)
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e26")

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "meetingkind": "liaison joint_conference working signing visit",
    "meetingstatus": "planned notice_sent held minutes_draft minutes_confirmed minutes_issued archived postponed "
    "cancelled",
    "attendeerole": "attend observe leave absent",
    "actionstatus": "open in_progress postponed done closed cancelled",
    "commitmentkind": "seats supervisors courses funds equipment projects other",
    "commitmentstatus": "proposed confirmed delivered withdrawn",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "coop_aspect": "code:4! seq:int! name:40! name_en:60!",
    "meeting_series": "name:60! kind:meetingkind! organiser_id:36 per_year:int convener:36 convener_post:40 liaison:36 "
    "place:80 remark:text",
    "meeting_series_member": "series_id:36! organisation_id:36! representative:36 post:40",
    "meeting": "meeting_no:30! series_id:36 seq_in_series:int title:120! kind:meetingkind! planned_on:date! "
    "starts_at:time ends_at:time place:80 online:flag! host_name:36 host_post:40 recorder:36 status:meetingstatus! "
    "minutes_no:40 next_on:date remark:text",
    "meeting_attendee": "meeting_id:36! seq:int! name:36! unit:80 post:40 role:attendeerole! signed_in:flag! email:120",
    "meeting_topic": "meeting_id:36! seq:int! title:120! aspect_code:4 presenter:36 summary:text resolution:text",
    "action_item": "action_no:30! meeting_id:36! topic_id:36 content:300! lead_organisation_id:36 owner:36 "
    "co_units:160 due_on:date priority:int! progress:int! status:actionstatus! postponed_times:int! evidence:text "
    "closed_on:date cancelled_by_id:36",
    "action_progress": "action_id:36! noted_on:date! progress:int! note:text!",
    "commitment": "commitment_no:30! partner_id:36! meeting_id:36! topic_id:36 kind:commitmentkind! content:200! "
    "amount:int! unit:12 base_id:36 from_on:date! until_on:date delivered:int! status:commitmentstatus! remark:text",
    "commitment_effect": "commitment_id:36! seats_id:36! source:160! seats_before:int! added:int! applied_on:date!",
}
UNIQUE = (
    ("coop_aspect", "code"),
    ("meeting_series", "name"),
    ("meeting_series_member", "series_id", "organisation_id"),
    ("meeting", "meeting_no"),
    ("meeting", "minutes_no"),
    ("meeting", "series_id", "seq_in_series"),
    ("meeting_attendee", "meeting_id", "seq"),
    ("meeting_topic", "meeting_id", "seq"),
    ("action_item", "action_no"),
    ("commitment", "commitment_no"),
    ("commitment_effect", "commitment_id", "seats_id"),
)
CHECKS = (
    ("meeting_series", "per_year", "per_year IS NULL OR per_year > 0"),
    ("meeting", "hours", "ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at"),
    ("action_item", "priority", "priority BETWEEN 1 AND 5"),
    ("action_item", "progress", "progress BETWEEN 0 AND 100"),
    ("action_progress", "progress", "progress BETWEEN 0 AND 100"),
    ("commitment", "amount", "amount > 0"),
    ("commitment", "delivered", "delivered >= 0"),
    ("commitment", "dates", "until_on IS NULL OR until_on >= from_on"),
    ("commitment", "base", "kind <> 'seats' OR base_id IS NOT NULL"),
)
LINKS = {
    "organiser_id": "organisation.id",
    "organisation_id": "organisation.id",
    "lead_organisation_id": "organisation.id",
    "partner_id": "organisation.id",
    "series_id": "meeting_series.id",
    "meeting_id": "meeting.id",
    "aspect_code": "coop_aspect.code",
    "topic_id": "meeting_topic.id",
    "cancelled_by_id": "meeting_topic.id",
    "action_id": "action_item.id",
    "base_id": "training_base.id",
    "commitment_id": "commitment.id",
    "seats_id": "base_seats.id",
}
NOT_INDEXED = "cancelled_by_id"


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())
    rows = [
        {"id": str(uuid.uuid5(ROOT, code)), "version": 0, "code": code, "seq": seq, "name": zh, "name_en": en}
        for seq, (code, zh, en) in enumerate(ASPECTS, 1)
    ]
    op.bulk_insert(sa.table("coop_aspect", *(sa.column(key) for key in rows[0])), rows)


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
    # What a topic cancelled is never looked up from the topic.
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
    plain = {"text": sa.String(), "int": sa.Integer(), "date": sa.Date(), "time": sa.Time(), "flag": sa.Boolean()}
    return plain[kind] if kind in plain else sa.String(int(kind))
