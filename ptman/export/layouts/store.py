"""The verbs of layouts: those a person may use for a list, one by its name, keep one, let one go."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.export.layouts import layout as shapes
from ptman.export.layouts import seeds
from ptman.export.layouts.layout import Layout
from ptman.models import Organisation, Person, SavedLayout


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whose a layout is: of `owner` alone (empty: everybody's), and for which organisation or person."""

    owner: str = ""
    organisation: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A kept layout; `recipient` is what the organisation or the person is called."""

    id: str
    version: int
    name: str
    layout: Layout
    belonging: Belonging
    recipient: str = ""


def meant_for(kept: Iterable[Saved], name: str, ids: Container[str] = ()) -> Saved | None:
    """The layout that was kept for that organisation or person: by the record, else by what they are called."""
    own = [one for one in kept if {one.belonging.organisation, one.belonging.person} - {""} and one.recipient]
    by_record = (one for one in own if (one.belonging.organisation or one.belonging.person) in ids)
    return next(by_record, None) or next((one for one in own if one.recipient == name), None)


def saved(session: Session, list_name: str, who: str) -> tuple[Saved, ...]:
    """Everybody's layouts of a list and one's own, by name."""
    one = SavedLayout
    query = (
        select(one, Organisation.name, Person.name)
        .outerjoin(Organisation, one.organisation_id == Organisation.id)
        .outerjoin(Person, one.person_id == Person.id)
        .where(one.list_name == list_name, or_(one.owner == "", one.owner == who), one.retired_on.is_(None))
        .order_by(one.name, one.owner)
    )
    return tuple(_row(record, unit or person or "") for record, unit, person in session.execute(query).all())


def named(session: Session, list_name: str, name: str, who: str) -> Layout:
    """One's own layout of that name, else everybody's, else one that comes with the program; PtmanError `no-layout`."""
    kept = saved(session, list_name, who)
    found = [one.layout for one in kept if one.name == name and one.belonging.owner]
    found += [one.layout for one in kept if one.name == name]
    offered = seeds.of(list_name)
    found += [one.layout for one in offered if name in {one.key, one.name.zh, one.name.en}]
    if not found:
        raise _unknown(list_name, name, [one.name for one in kept] + [one.key for one in offered])
    return found[0]


def save(session: Session, name: str, layout: Layout, belonging: Belonging) -> Saved:
    """Keep a layout under a name, in the place of the one of that name and owner; PtmanError `no-name`."""
    name = name.strip()
    if not name:
        raise PtmanError("no-name", "版式需要一个名称，没有保存。", "A layout needs a name. Nothing was saved.")
    one = SavedLayout
    same = (one.list_name == layout.list, one.name == name, one.owner == belonging.owner)
    record = session.scalars(select(one).where(*same)).one_or_none()
    if record is None:
        record = SavedLayout(list_name=layout.list, name=name, owner=belonging.owner)
        session.add(record)
    record.organisation_id = belonging.organisation or None
    record.person_id = belonging.person or None
    record.shape = shapes.written(layout)
    record.retired_on = None
    session.flush()  # the answer names id and version
    journal.say(session, f"保存版式“{name}”", f"Save the layout “{name}”")
    return _row(record, "")


def delete(session: Session, key: str) -> None:
    """Let a layout go; PtmanError `no-record`."""
    record = session.get(SavedLayout, key)
    if record is None:
        raise PtmanError(
            "no-record", "这个版式已不存在，未作任何改动。", "There is no such layout; nothing was changed."
        )
    journal.say(session, f"删除版式“{record.name}”", f"Delete the layout “{record.name}”")
    session.delete(record)


def _row(record: SavedLayout, recipient: str) -> Saved:
    belonging = Belonging(record.owner, record.organisation_id or "", record.person_id or "")
    return Saved(record.id, record.version, record.name, shapes.read(record.shape), belonging, recipient)


def _unknown(list_name: str, name: str, known: list[str]) -> PtmanError:
    zh = f"可用的有：{'、'.join(known)}。" if known else "这个列表还没有版式。"
    en = f"There are: {', '.join(known)}." if known else "This list has none yet."
    return PtmanError(
        "no-layout",
        f"列表“{list_name}”没有名为“{name}”的版式。{zh}没有写出。",
        f"The list {list_name} has no layout called {name}. {en} Nothing was written.",
    )
