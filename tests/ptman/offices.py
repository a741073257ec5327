"""Offices for tests that hurt them: small verbs, what a file holds table by table, programs beside this one."""

import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ptman import db, journal, pragmas
from ptman.models import IndustrySupervisor, Person, Placement, Student, Supervision
from ptman.register import cards
from ptman.register.cards import Ref

ROOT = Path(__file__).parents[2]
JOURNAL = {"change", "change_set"}
# What only spares work the next time is no content of the office, and an undo leaves it.
SPARED = "imported_rows"
COUNTED = "sqlite_stat1"  # what the engine notes of the tables for itself
Rows = list[tuple[object, ...]]


def add(session: Session, name: str = "张雨桐") -> str:
    """One person as one change set; the id."""
    person = Person(name=name)
    session.add(person)
    journal.say(session, f"登记 {name}", f"Add {name}")
    session.flush()  # the caller wants the id
    return person.id


def tables(path: Path, *, journal_too: bool = False) -> dict[str, Rows]:
    """Everything in a file, by table."""
    connection = pragmas.connect(path, read_only=True)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {
            name: sorted((tuple(row) for row in connection.execute(f'SELECT * FROM "{name}"')), key=repr)  # noqa: S608 names of the schema
            for name in names
            if name not in {COUNTED, SPARED} and (journal_too or name not in JOURNAL)
        }
    finally:
        connection.close()


def beside(path: Path) -> list[str]:
    """The names of the files in an office's folder."""
    return sorted(one.name for one in path.parent.iterdir())


def start(module: str, *words: object) -> subprocess.Popen[str]:
    """Another program of ours, its input and output at hand."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.ptman.{module}", *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def said(program: subprocess.Popen[str]) -> str:
    """Its next line."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def ended(program: subprocess.Popen[str]) -> int:
    """Let it end by closing its input; its exit status."""
    program.communicate(timeout=60)
    return program.returncode


def tables_named(session: Session) -> list[str]:
    """A question that needs nothing but an office."""
    return list(session.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")))


def refs(office: db.Database, noun: str, *keys: str) -> list[Ref]:
    """These records as they are now."""
    return [office.read(cards.card, noun, key).ref for key in keys]


def people(session: Session) -> list[Person]:
    return list(session.scalars(select(Person)))


def placements(session: Session) -> dict[str, str]:
    """The ids of all placements by their number."""
    return {one.placement_no: one.id for one in session.scalars(select(Placement))}


def guided(session: Session) -> dict[str, str]:
    """By student number the number of the industry supervisor."""
    query = (
        select(Student.student_no, IndustrySupervisor.supervisor_no)
        .join(Supervision, Supervision.student_id == Student.id)
        .join(IndustrySupervisor, Supervision.industry_supervisor_id == IndustrySupervisor.id)
    )
    return {row.student_no: row.supervisor_no for row in session.execute(query)}
