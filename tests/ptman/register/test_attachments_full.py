"""A file that finds no room leaves the office file as it was, and is taken once there is room again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ptman import db
from ptman.errors import PtmanError
from ptman.register import attachments
from tests import makers


def allow(office: db.Database, more: int) -> None:
    """Let the file grow by so many pages and no further, as a full disk does."""
    assert office._writing is not None
    with office._writing.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + more}")


def test_no_room_keeps_nothing(
    office: db.Database, ids: Callable[..., str], contents: Callable[[], object], today: date, tmp_path: Path
) -> None:
    student = ids(makers.student)
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-" + bytes(400_000))
    given = attachments.look(path, office.read(attachments.limit, today))
    before = contents()
    allow(office, 3)
    with pytest.raises(PtmanError) as caught:
        office.write(attachments.attach, ("student", student), given, today)
    assert caught.value.code == "disk-full"
    assert contents() == before
    allow(office, 1000)
    key = office.write(attachments.attach, ("student", student), given, today)
    assert office.read(attachments.content, key) == given.content
