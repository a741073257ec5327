"""One writer at a time: the second is told who it is and may look; a lock never outlives its program."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ptman import db, lock
from ptman.errors import PtmanError
from ptman.models import Person
from tests.ptman import offices


@pytest.fixture
def other(office_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the office open."""
    with offices.start("program_holding", "hold", office_path) as program:
        assert offices.said(program) == "open"
        yield program
        program.kill()


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


def test_a_second_program_is_told_who_has_the_file(other: subprocess.Popen[str], office_path: Path) -> None:
    with pytest.raises(PtmanError) as refused:
        db.Database(office_path, who="王")
    assert refused.value.code == "file-in-use"
    assert "李老师" in refused.value.sentence.zh
    assert "李老师" in refused.value.sentence.en
    assert offices.ended(other) == 0
    db.Database(office_path, who="王").close()


def test_the_same_file_by_another_name_is_the_same_file(other: subprocess.Popen[str], office_path: Path) -> None:
    link = office_path.with_name("link.ptman")
    link.symlink_to(office_path)
    with pytest.raises(PtmanError) as refused:
        db.Database(link, who="王")
    assert refused.value.code == "file-in-use"
    assert offices.ended(other) == 0


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_killed_program_leaves_no_lock(other: subprocess.Popen[str], office_path: Path) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    with db.Database(office_path, who="王") as taken:
        assert taken.read(people) == 1
        assert lock.holder(office_path) == lock.Holder("王", os.uname().nodename, lock.holder(office_path).since)  # type: ignore[union-attr]  # it is held


def test_looking_reads_what_is_kept_and_changes_nothing(other: subprocess.Popen[str], office_path: Path) -> None:
    with db.Database(office_path, who="王", look=True) as looking:
        assert looking.read(people) == 1
        with pytest.raises(PtmanError) as refused:
            looking.write(offices.add)
        assert refused.value.code == "file-in-use"
        with pytest.raises(PtmanError) as forbidden:
            looking.read(lambda session: session.execute(text("DELETE FROM person")))
        assert forbidden.value.code == "read-only"
    assert offices.ended(other) == 0
    with db.Database(office_path, who="王", look=True) as alone:
        assert alone.read(people) == 1


def test_a_look_sees_one_moment_while_another_writes(office_path: Path) -> None:
    def twice(session: Session) -> tuple[int, int]:
        first = people(session)
        with db.Database(office_path, who="写") as writing:
            writing.write(offices.add)
        return first, people(session)

    with db.Database(office_path, who="看", look=True) as looking:
        assert looking.read(twice) == (0, 0)
        assert looking.read(people) == 1


def test_no_note_and_a_spoiled_note_name_nobody(office_path: Path) -> None:
    note = office_path.with_name(office_path.name + "-lock")
    for spoiled in ("", "[1]", '{"who": 1}', "{"):
        note.write_text(spoiled)
        assert lock.holder(office_path) is None
    assert lock.in_use(office_path).code == "file-in-use"
