"""A statement is compiled once for all office files, whichever is asked first."""

from pathlib import Path

from ptman import db, dialect
from tests.ptman import offices


def test_what_was_compiled_for_one_file_serves_the_next(tmp_path: Path) -> None:
    with db.Database.create(tmp_path / "first.ptman", who="王") as first:
        first.write(offices.add)
        assert [one.name for one in first.read(offices.people)] == ["张雨桐"]
    known = set(dialect.COMPILED)
    with db.Database.create(tmp_path / "second.ptman", who="王") as second:
        second.write(offices.add, "李思远")
        assert [one.name for one in second.read(offices.people)] == ["李思远"]
    assert set(dialect.COMPILED) == known
