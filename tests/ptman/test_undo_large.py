"""Undo of an import of 3,000 students gives back the same contents, table by table; redo brings all of it again."""

from pathlib import Path

from ptman import backup, db, journal, undo
from ptman.intake import store
from tests.ptman import offices, rosters


def test_an_import_of_three_thousand_is_undone_and_redone(office: db.Database, tmp_path: Path) -> None:
    office.write(offices.add)
    before = offices.tables(office.path)
    drawn = rosters.draft(office, rosters.workbook(tmp_path / "名册.xlsx"))
    assert office.write(store.keep, drawn, drawn.draft.preset()) == rosters.STUDENTS
    kept = offices.tables(office.path)
    assert (len(kept["student"]), len(kept["person"])) == (rosters.STUDENTS, rosters.STUDENTS + 1)

    office.write(undo.undo, 2)
    assert offices.tables(office.path) == before
    office.write(undo.undo, 3)
    assert offices.tables(office.path) == kept
    assert (
        office.read(undo.standing).back == office.read(undo.history)[1] or office.read(undo.standing).back is not None
    )
    assert office.read(journal.broken_links) == ()
    assert backup.faults(office.path) == []
