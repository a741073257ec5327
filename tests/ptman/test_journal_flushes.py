"""Change sets of several flushes: every value is noted, undone in the order it was made, and given back by redo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from ptman import db, journal, undo
from ptman.models import Change, Organisation, OrganisationName, Person
from ptman.models.choices import IdType
from ptman.register import merge
from tests.ptman import offices


def add_then_complete(session: Session) -> None:
    """A column that was not given at first, a value that is given twice."""
    person = Person(name="甲")
    session.add(person)
    session.flush()  # the case of this test
    person.mobile = "13800000001"
    session.flush()  # the case of this test
    person.mobile, person.name = "13800000002", "乙"


def add_then_delete(session: Session) -> None:
    person = Person(name="丙")
    session.add_all([person, Person(name="丁")])
    session.flush()  # the case of this test
    session.delete(person)


def change_then_delete(session: Session) -> None:
    for person in session.scalars(select(Person)).all():
        person.remark = "将删"
        session.flush()  # the case of this test
        person.remark = "已删"
        session.delete(person)


def exchange_numbers(session: Session) -> None:
    """Two people had each other's number: it must be free before it is given again."""
    first, second = session.scalars(select(Person).order_by(Person.id).limit(2)).all()
    mine, theirs, first.id_number = first.id_number, second.id_number, None
    session.flush()  # the case of this test
    second.id_number = mine
    session.flush()  # the case of this test
    first.id_number = theirs


def pass_numbers_on(session: Session) -> None:
    """In one flush each takes the number that the one written before has given up."""
    numbers = [None, "990101199901010014", "990101199901010022"]
    people = session.scalars(select(Person).order_by(Person.id)).all()
    for person, number in zip(people, numbers, strict=True):
        person.id_number = number


def replace(session: Session) -> None:
    """The number goes from one who is deleted to one who is new."""
    old = session.scalars(select(Person).order_by(Person.id)).first()
    assert old is not None
    number = old.id_number
    session.delete(old)
    session.flush()  # the case of this test
    session.add(Person(name="新", id_type=IdType.RESIDENT_ID, id_number=number))


@pytest.fixture
def filled(office: db.Database) -> db.Database:
    def three(session: Session) -> None:
        for i, number in enumerate(("990101199901010014", "990101199901010022", "990101199901010030")):
            session.add(Person(id=str(i), name=f"人{i}", id_type=IdType.RESIDENT_ID, id_number=number))

    office.write(three)
    return office


@pytest.mark.parametrize(
    "verb",
    [add_then_complete, add_then_delete, change_then_delete, exchange_numbers, pass_numbers_on, replace],
    ids=lambda verb: verb.__name__,
)
def test_undo_and_redo_go_to_and_fro(filled: db.Database, verb: Callable[[Session], None]) -> None:
    before = offices.tables(filled.path)
    filled.write(verb)
    after = offices.tables(filled.path)
    assert before != after
    number = filled.read(undo.history)[0].number
    for _ in range(2):
        filled.write(undo.undo, number)
        assert offices.tables(filled.path) == before
        number = filled.read(undo.history)[0].number
        filled.write(undo.undo, number)
        assert offices.tables(filled.path) == after
        number = filled.read(undo.history)[0].number
    assert filled.read(journal.broken_links) == ()


def test_what_is_set_after_a_flush_is_noted(office: db.Database) -> None:
    office.write(add_then_complete)
    changes = office.read(lambda s: [(c.before, c.after or {}) for c in s.scalars(select(Change))])
    assert [after["mobile"] for _, after in changes] == [None, "13800000001", "13800000002"]
    assert changes[1][0] == {"mobile": None, "version": 1}
    assert changes[2][0] == {"mobile": "13800000001", "name": "甲", "version": 1}


def test_a_merge_is_undone(office: db.Database) -> None:
    def two(session: Session) -> list[str]:
        both = [Organisation(name="甲公司"), Organisation(name="甲公司（北京）", uscc="91110000100000000A")]
        session.add_all(both)
        session.flush()  # the ids
        session.add(OrganisationName(organisation_id=both[1].id, name="旧名"))
        return [one.id for one in both]

    keep, drop = office.write(two)
    before = offices.tables(office.path)
    office.write(merge.merge, *offices.refs(office, "organisation", keep, drop), {})
    after = offices.tables(office.path)
    assert len(after["organisation"]) == 1
    office.write(undo.undo, 2)
    assert offices.tables(office.path) == before
    office.write(undo.undo, 3)
    assert offices.tables(office.path) == after


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that is executed meanwhile."""
    seen: list[str] = []

    def see(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", see)
    yield seen
    event.remove(Engine, "before_cursor_execute", see)


def test_the_history_is_read_as_far_as_it_must(office: db.Database) -> None:
    for n in range(150):
        office.write(offices.add, f"人{n}")
    whole = office.read(undo.history)
    for last in (1, 10, 150, 1000):
        assert office.read(undo.history, last) == whole[:last]
    for entry in whole[:40]:
        office.write(undo.undo, entry.number)
    whole = office.read(undo.history)
    assert office.read(undo.history, 60) == whole[:60]
    with counted() as statements:
        standing = office.read(undo.standing)
        assert office.read(journal.broken_links) == ()
    assert len(statements) < 15
    assert (standing.last, standing.back, standing.again) == (whole[0], undo.next_undo(whole), undo.next_redo(whole))
    assert standing.back is not None
    assert standing.back.number == 110
    assert standing.again_sentence == next(one.sentence for one in whole if one.number == 111)
