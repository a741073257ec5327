"""What else a leaving touches: letters that would no longer say what is so, agreements, and everybody to be told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ptman.aspects.double import departing, naming
from ptman.aspects.double.leaving_rows import Foreseen, Moved
from ptman.aspects.double.naming import Names, Someone
from ptman.assign.problem import Role
from ptman.labels import Label
from ptman.letters import radar
from ptman.letters.comparing import Change
from ptman.models import Agreement, AgreementParty, Contact, IndustrySupervisor, Placement, TrainingBase
from ptman.models.choices import PartyKind, PlacementStatus
from ptman.register import standing


@dataclass(frozen=True, slots=True)
class Letter:
    """A live letter that would be out of date, and what changed in it."""

    id: str
    number: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """An agreement that names the leaver, or of a base that students leave or come to."""

    id: str
    number: str
    title: str
    why: Label


@dataclass(frozen=True, slots=True)
class Tell:
    """Somebody to be told, how to reach them, and what."""

    name: str
    part: Label
    unit: str
    mobile: str
    email: str
    what: Label


@dataclass(frozen=True, slots=True)
class Consequences:
    letters: tuple[Letter, ...]
    agreements: tuple[Touched, ...]
    people: tuple[Tell, ...]


class Rehearsed(Exception):  # noqa: N818 - no failure: it carries the answer out of a write that is taken back
    """Ends a rehearsal, so that nothing of it is kept; `found` is what it was made for."""

    def __init__(self, found: Consequences) -> None:
        super().__init__("rehearsed")
        self.found = found


def rehearse(session: Session, seen: Foreseen, today: date) -> None:
    """Apply the leaving, look what it brings, take it back by raising Rehearsed; PtmanError as `departing.apply`."""
    before = {one.id for one in radar.stale(session, today)}
    people, agreements = tuple(told(session, seen, today)), tuple(_agreements(session, seen))
    departing.apply(session, seen, today)
    session.flush()  # the radar reads what has just been written
    after = [one for one in radar.stale(session, today) if one.id not in before]
    raise Rehearsed(Consequences(tuple(Letter(one.id, one.doc_no, one.changes) for one in after), agreements, people))


def told(session: Session, seen: Foreseen, today: date) -> Iterator[Tell]:
    """The leaver, each student, who takes students over, the other supervisor of each, contacts of the units."""
    names = naming.names(session)
    leaver = names.people[seen.leaving.id]
    yield _tell(leaver, Label("离任导师", "Leaves"), Label("移交指导工作和材料", "Hands over work and papers"))
    for one in seen.moves:
        yield _tell(names.students[one.student], Label("学生", "Student"), _news(one))
    taking: dict[str, list[str]] = defaultdict(list)
    for one in seen.moves:
        if one.new and one.role is not Role.BASE:
            taking[one.new_id].append(one.name)
    for key, pupils in taking.items():
        yield _tell(names.people[key], Label("接收导师", "Takes over"), _pupils("接收学生", "Takes over", pupils))
    yield from _others(session, seen, (names, set(taking)), today)
    yield from _contacts(session, {seen.leaving.id, *taking})


def _others(session: Session, seen: Foreseen, known: tuple[Names, set[str]], today: date) -> Iterator[Tell]:
    """Who guides one of the students besides."""
    names, taking = known
    moved = {(one.student, one.role.value) for one in seen.moves}
    beside: dict[str, list[str]] = defaultdict(list)
    for (student, role), guide in standing.guides(session, today).items():
        if (student, role.value) not in moved and any(one.student == student for one in seen.moves):
            beside[guide.supervisor].append(names.students[student].name)
    for key, pupils in beside.items():
        if key not in taking and key != seen.leaving.id:
            part = Label("另一位导师", "Other supervisor")
            yield _tell(names.people[key], part, _pupils("合作导师有变动的学生", "Another guides with them", pupils))


def _contacts(session: Session, people: Iterable[str]) -> Iterator[Tell]:
    query = (
        select(Contact.name, Contact.duty, Contact.phone, Contact.email, IndustrySupervisor.organisation_id)
        .join(IndustrySupervisor, IndustrySupervisor.organisation_id == Contact.organisation_id)
        .where(IndustrySupervisor.id.in_(people), Contact.retired_on.is_(None))
        .distinct()
        .order_by(Contact.name)
    )
    for name, duty, phone, email, _ in session.execute(query):
        what = Label("单位导师和学生有变动", "Supervisors and students of the unit change")
        yield Tell(name, Label("单位联系人", "Contact"), duty or "", phone or "", email or "", what)


def _agreements(session: Session, seen: Foreseen) -> Iterator[Touched]:
    party = (
        select(Agreement)
        .join(AgreementParty, AgreementParty.agreement_id == Agreement.id)
        .where(AgreementParty.party_kind == PartyKind.SUPERVISOR, AgreementParty.name_snapshot == seen.name)
    )
    found: dict[str, Touched] = {}
    for one in session.scalars(party.where(*_running(seen.leaving.on))):
        why = Label(f"{seen.name}是协议方", f"{seen.name} is a party")
        found[one.id] = Touched(one.id, one.agreement_no, one.title, why)
    bases = {key for one in seen.moves if one.role is Role.BASE for key in (one.old_id, one.new_id) if key}
    for one in session.scalars(select(Agreement).where(Agreement.base_id.in_(bases), *_running(seen.leaving.on))):
        why = Label("学生转出或转入该基地", "Students leave or come to its base")
        found.setdefault(one.id, Touched(one.id, one.agreement_no, one.title, why))
    students = {one.student for one in seen.moves if one.role is not Role.BASE}
    rows = session.execute(
        select(Agreement, TrainingBase.name)
        .join(TrainingBase, TrainingBase.id == Agreement.base_id)
        .join(Placement, Placement.base_id == TrainingBase.id)
        .where(Placement.student_id.in_(students), Placement.status != PlacementStatus.CANCELLED)
        .where(*_running(seen.leaving.on))
        .distinct()
        .order_by(Agreement.agreement_no)
    )
    for one, base in rows:
        why = Label(f"在“{base}”的学生换导师", f"Students at {base} get another supervisor")
        found.setdefault(one.id, Touched(one.id, one.agreement_no, one.title, why))
    yield from found.values()


def _running(day: date) -> tuple[ColumnElement[bool], ...]:
    return (Agreement.retired_on.is_(None), or_(Agreement.valid_to.is_(None), Agreement.valid_to >= day))


def _news(one: Moved) -> Label:
    what = one.role.label
    if not one.new:
        return Label(f"{what.zh}{one.old}离任，暂缺，等待安排", f"{what.en} {one.old} ends; nobody yet")
    return Label(f"{what.zh}由{one.old}改为{one.new}", f"{what.en}: {one.new} instead of {one.old}")


def _pupils(zh: str, en: str, pupils: list[str]) -> Label:
    return Label(f"{zh}：{'、'.join(dict.fromkeys(pupils))}", f"{en}: {', '.join(dict.fromkeys(pupils))}")


def _tell(one: Someone, part: Label, what: Label) -> Tell:
    return Tell(one.name, part, one.unit, one.mobile, one.email, what)
