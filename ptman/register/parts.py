"""The parts of a record (topics of a meeting, parties of an agreement): listed under it, in an order of their own."""

from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.fields import Field
from ptman.labels import Label
from ptman.listing import Listing, Value
from ptman.models.core import Record, fields_of, nouns
from ptman.register import cards, columns, plain_lists, staleness, titles
from ptman.register.cards import Ref

SEQ = "seq"


@dataclass(frozen=True, slots=True)
class Part:
    """The parts of one noun that a record has: a list, the versions of its rows, what a new one begins with.

    `link` is the key of their link to the whole.
    """

    noun: str
    link: str
    label: Label
    fields: tuple[Field, ...]
    listing: Listing
    versions: dict[str, int]
    preset: dict[str, Value]
    ordered: bool
    by_hand: bool

    def ref(self, id: str) -> Ref:  # noqa: A002 a record's id is called id everywhere
        return Ref(self.noun, id, self.versions[id])


def nouns_of(whole: str) -> tuple[str, ...]:
    """The nouns that are parts of `whole`, in the order in which they are declared."""
    found = [
        name for name, cls in nouns().items() if cls.PART_OF and (titles.target(cls, cls.PART_OF) or ("",))[0] == whole
    ]
    tables = [table.name for table in Record.metadata.tables.values()]
    return tuple(sorted(found, key=tables.index))


def of(session: Session, whole: str, id: str) -> tuple[Part, ...]:  # noqa: A002 a record's id is called id everywhere
    """Everything that is a part of the record, noun by noun."""
    return tuple(_part(session, noun, id) for noun in nouns_of(whole))


def _part(session: Session, noun: str, whole: str) -> Part:
    cls = titles.noun_class(noun)
    shown = plain_lists.any_noun(session, noun, retired=True, within=(cls.PART_OF, whole))
    table = cls.__mapper__.columns
    ordered = SEQ in table
    order = [table[SEQ]] if ordered else [table[key] for key in cls.NATURAL_KEY]
    query = select(table["id"], table["version"]).where(table[cls.PART_OF] == whole).order_by(*order, table["id"])
    versions = dict(session.execute(query).all())
    by_id = {row.id: row for row in shown.rows}
    hidden = columns.plain(next(field for field in fields_of(cls) if field.key == cls.PART_OF))
    listing = replace(shown, rows=tuple(by_id[key] for key in versions))
    listing = listing.only(column.key for column in listing.columns if column.key != hidden)
    preset: dict[str, Value] = {cls.PART_OF: whole}
    if ordered:
        preset[SEQ] = _last(session, cls, whole) + 1
    fields = cards.describe(noun)
    return Part(
        noun, cls.PART_OF, cls.LABEL, fields, listing, versions, preset, ordered, cls.BY_HAND and not cls.PERMANENT
    )


def _last(session: Session, cls: type[Record], whole: str) -> int:
    table = cls.__mapper__.columns
    return session.scalar(select(func.max(table[SEQ])).where(table[cls.PART_OF] == whole)) or 0


def shift(session: Session, ref: Ref, by: int) -> None:
    """Move a part `by` places among its like (-1: one up); the others close up. At an end nothing happens."""
    staleness.refuse_other_version(session, ref)
    cls = titles.noun_class(ref.noun)
    table = cls.__mapper__.columns
    whole = getattr(session.get_one(cls, ref.id), cls.PART_OF)
    mates = list(session.scalars(select(cls).where(table[cls.PART_OF] == whole).order_by(table[SEQ], table["id"])))
    at = next(i for i, one in enumerate(mates) if one.id == ref.id)
    wanted = max(0, min(len(mates) - 1, at + by))
    moved = mates.pop(at)
    mates.insert(wanted, moved)
    _number(session, mates)
    what, title = cls.LABEL, titles.one(session, ref.noun, ref.id)
    journal.say(session, f"移动{what.zh} {title}", f"Move {what.en.lower()} {title}")


def _number(session: Session, mates: list[Record]) -> None:
    """1, 2, 3 …; numbers that may not occur twice go out of each other's way first."""
    wrong = [(place, one) for place, one in enumerate(mates, 1) if getattr(one, SEQ) != place]
    beyond = max((getattr(one, SEQ) for one in mates), default=0) + len(mates)
    for place, one in wrong:
        setattr(one, SEQ, beyond + place)
    session.flush()  # the places are free now
    for place, one in wrong:
        setattr(one, SEQ, place)
