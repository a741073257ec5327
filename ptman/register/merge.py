"""Makes one record of two: side by side, then every reference moved, one change set, undone like any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models.core import Record
from ptman.register import cards, duplicates, references, saving, staleness, titles, uniques, words
from ptman.register.cards import Ref

Side = Literal["keep", "drop"]
Pair = duplicates.Pair
likely_duplicates = duplicates.likely_duplicates
IDENTITY = ("id", "version", "retired_on")


@dataclass(frozen=True, slots=True)
class Contrast:
    """One field of both records; `take` is what a person would most likely want."""

    key: str
    label: Label
    keep: Label
    drop: Label
    differs: bool
    take: Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both records as they were when they were compared, field by field; fields that are blank in both left out."""

    keep: Ref
    drop: Ref
    contrasts: tuple[Contrast, ...]


def compare(session: Session, noun: str, keep_id: str, drop_id: str) -> Comparison:
    """Both records side by side, as `merge` wants to be told of them."""
    found = []
    keep, drop = cards.card(session, noun, keep_id), cards.card(session, noun, drop_id)
    for field in keep.fields:
        one, other = keep.values[field.key], drop.values[field.key]
        if one is None and other is None:
            continue
        said = [words.label(session, noun, field, value) for value in (one, other)]
        take: Side = "drop" if one is None else "keep"
        found.append(Contrast(field.key, field.label, said[0], said[1], one != other, take))
    return Comparison(keep.ref, drop.ref, tuple(found))


def merge(session: Session, kept: Ref, dropped: Ref, take: Mapping[str, Side]) -> None:
    """Keep one record, with the other's value wherever `take` says "drop"; what referred to the other refers to it.

    A blank is filled from the other where `take` says nothing. Raises PtmanError `stale` where either has changed
    since it was compared, `merge-conflict` where both have what only one may have (an open supervision of one role);
    rows that would be the same twice are dropped.
    """
    noun, keep_id, drop_id = kept.noun, kept.id, dropped.id
    if keep_id == drop_id:
        raise PtmanError(
            "merge-same", "这是同一条记录，未作任何改动。", "This is one and the same record; nothing was changed."
        )
    keep, persons = cards.load(session, noun, keep_id)
    drop, other = cards.load(session, noun, drop_id)
    if keep.PERMANENT:
        raise PtmanError("frozen", "已发出的文书不能合并。", "Issued documents cannot be merged.")
    for ref in (kept, dropped):
        staleness.refuse_other_version(session, ref)
    names = {one.id: _called(session, noun, one) for one in (keep, drop)}
    what = keep.LABEL
    taken = _taken(session, noun, keep_id, drop_id, take)
    own, of_person = saving.parted(taken)
    _fold(session, keep, drop, saving.with_sound(own, uniques.row(keep)) if noun == "person" else own)
    if persons is not None and other is not None and persons is not other:
        _fold(session, persons, other, saving.with_sound(of_person, uniques.row(persons)))
    journal.say(
        session,
        f"合并{what.zh} {names[drop_id]} → {names[keep_id]}",
        f"Merge {what.en.lower()} {names[drop_id]} into {names[keep_id]}",
    )


def _called(session: Session, noun: str, record: Record) -> str:
    """Its title with its number, for both may bear one name."""
    key = record.NATURAL_KEY[-1:]
    number = getattr(record, key[0]) if key and noun != "person" else None
    return " ".join(dict.fromkeys([titles.one(session, noun, record.id), *([str(number)] if number else [])]))


def _taken(session: Session, noun: str, keep_id: str, drop_id: str, take: Mapping[str, Side]) -> dict[str, Any]:
    keep, drop = cards.card(session, noun, keep_id), cards.card(session, noun, drop_id)
    found = {}
    for field in keep.fields:
        side = take.get(field.key, "drop" if keep.values[field.key] is None else "keep")
        if side == "drop" and keep.values[field.key] != drop.values[field.key]:
            found[field.key] = drop.values[field.key]
    return found


def _fold(session: Session, keep: Record, drop: Record, values: Mapping[str, Any]) -> None:
    """The dropped row goes first, so that its number is free for the one that stays; links are checked at the end."""
    moves = [
        (reference, row)
        for reference in references.to(type(keep))
        for row in references.rows(session, reference, getattr(drop, reference.target))
        if row is not drop
    ]
    said_twice = {row.id for reference, row in moves if _says_the_same(session, keep, reference, row)}
    for _, row in moves:
        if row.id in said_twice:
            session.delete(row)
    session.delete(drop)
    session.flush()  # before its number is given to the other
    saving.put(keep, values)
    for reference, row in moves:
        if row.id not in said_twice:
            setattr(row, reference.key, getattr(keep, reference.target))
    session.flush()  # what comes next looks at the references


def _says_the_same(session: Session, keep: Record, reference: references.Reference, row: Record) -> bool:
    """Whether another row says already what this one would; refused where it says something else in its place."""
    after = uniques.row(row) | {reference.key: getattr(keep, reference.target)}
    for one in uniques.of(type(row)):
        rival = uniques.holder(session, type(row), one, after, row.id)
        if rival is not None and not _alike(uniques.row(session.get_one(type(row), rival)), after):
            raise _conflict(session, row)
        if rival is not None:
            return True
    return False


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one[key] == other[key] for key in one if key not in IDENTITY)


def _conflict(session: Session, row: Record) -> PtmanError:
    what, title = row.LABEL, titles.one(session, str(row.__tablename__), row.id)
    return PtmanError(
        "merge-conflict",
        f"两条记录都有{what.zh}“{title}”，只能有一条，未合并。请先结束或改正其中一条。",
        f"Both have a {what.en.lower()} “{title}”, and only one may. Nothing was merged; end or correct one first.",
    )
