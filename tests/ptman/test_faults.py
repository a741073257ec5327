"""Every refusal of the database has its sentence, and no person is in any of them."""

import sqlite3

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from ptman import db, faults, pragmas
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import DocumentSeries, OrganisationName, Person
from ptman.models.choices import IdType
from ptman.models.choices_documents import DocumentKind

CANARY = ("欧阳金丝雀", "990101199901010014", "13900000000")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk-full"),
        ("database is locked", "db-busy"),
        ("database table is locked", "db-busy"),
        ("attempt to write a readonly database", "read-only"),
        ("disk I/O error", "disk-error"),
        ("database disk image is malformed", "db-damaged"),
        ("file is not a database", "db-damaged"),
        ("unable to open database file", "no-permission"),
    ],
)
def test_what_the_engine_says_has_a_sentence(said: str, code: str) -> None:
    found = faults.translated(
        OperationalError("UPDATE person SET name=?", list(CANARY), sqlite3.OperationalError(said))
    )
    assert found is not None
    assert found.code == code
    assert pragmas.told(sqlite3.OperationalError(said)).code == code
    _names_nobody(found)


def _names_nobody(error: PtmanError) -> None:
    for lang in Lang:
        said = error.text(lang)
        assert said.strip() == said != ""
        assert not any(word in said for word in CANARY)


def test_each_code_has_one_meaning_in_two_languages() -> None:
    assert len({zh for _, zh, _ in pragmas.KNOWN.values()}) == len(pragmas.KNOWN)
    assert all(en.isascii() or "›" in en for _, _, en in pragmas.KNOWN.values())


def test_a_bug_stays_a_bug() -> None:
    assert faults.translated(ValueError("x")) is None
    assert faults.translated(OperationalError("SELECT", None, sqlite3.OperationalError("no such column: x"))) is None
    stale = faults.translated(StaleDataError("person"))
    assert stale is not None
    assert stale.code == "stale"


def _person(**more: object) -> Person:
    name, number, mobile = CANARY
    values = {"name": name, "id_type": IdType.RESIDENT_ID, "id_number": number, "mobile": mobile}
    return Person(**{**values, **more})


BREAKING: dict[str, tuple[list[object], str]] = {
    "unique": ([_person(), _person()], "not-unique"),
    "check": ([_person(id_type=None)], "not-allowed"),
    "too long": ([_person(name=CANARY[0] * 20)], "not-allowed"),
    "not null": ([_person(name=None)], "not-allowed"),
    "reference": ([OrganisationName(organisation_id=CANARY[1], name=CANARY[0])], "still-used"),
    "choice": ([DocumentSeries(code="1", name="1", kind=DocumentKind.PLACEMENT_LETTER)], "not-unique"),
}


@pytest.mark.parametrize("rule", BREAKING)
def test_a_broken_rule_names_no_person(office: db.Database, caplog: pytest.LogCaptureFixture, rule: str) -> None:
    records, code = BREAKING[rule]

    def break_it(session: Session) -> None:
        session.add_all(session.merge(record) for record in records)

    with pytest.raises(PtmanError) as refused:
        office.write(break_it)
    assert refused.value.code == code
    _names_nobody(refused.value)
    cause = refused.value.__cause__
    assert isinstance(cause, IntegrityError)
    assert not any(word in str(cause) for word in CANARY)
    assert caplog.text == ""
    assert office.read(lambda session: session.scalars(select(Person)).all()) == []


def test_a_question_to_a_damaged_page_has_a_sentence(office: db.Database) -> None:
    """Overwrite the pages of a closed file, but for the first, and ask."""
    path = office.path
    office.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(PtmanError) as told, db.Database(path, who="王") as damaged:
        damaged.read(lambda session: session.execute(text("SELECT * FROM person")).all())
    assert told.value.code == "db-damaged"
