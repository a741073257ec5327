"""Works on a small disk that runs full: prints the code of each refusal and what the office still holds."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import backup, db, files, journal
from ptman.errors import PtmanError
from ptman.models import Person
from tests.ptman import offices

NOW = datetime(2026, 9, 10, tzinfo=UTC)
LEFT = 100_000
LONG = "备注" * 3000


def add_many(session: Session) -> None:
    session.add_all(Person(name=f"人{n}", remark=LONG) for n in range(40))


def code(step: Callable[[], object]) -> str:
    try:
        step()
    except PtmanError as error:
        return error.code
    return "done"


def fill(ballast: Path, left: int) -> None:
    """Leave so many bytes free."""
    with ballast.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"\0" * 65536)
        except OSError:
            pass
        stream.truncate(max(0, stream.tell() - left))


def main(folder: Path) -> None:
    path, ballast, told = folder / "office.ptman", folder / "ballast", {}
    office = db.Database.create(path, who="王")
    office.write(offices.add)
    first = backup.automatic(path, "closing", NOW)
    before = offices.tables(path, journal_too=True)
    fill(ballast, LEFT)
    told["save"] = code(lambda: office.write(add_many))
    told["backup"] = code(lambda: office.back_up("import"))
    told["over an older copy"] = code(lambda: backup.write(path, first.path))
    told["create"] = code(lambda: db.Database.create(folder / "new.ptman", who="王"))
    told["export"] = code(lambda: files.write_atomically(folder / "list.xlsx", b"x" * 2 * LEFT))
    told["contents as before"] = str(offices.tables(path, journal_too=True) == before)
    told["read"] = code(lambda: office.read(offices.tables_named))
    trouble = office.close()
    told["close"] = trouble.code if trouble else "done"
    told["restore"] = code(lambda: backup.restore(path, first.path, NOW))
    told["contents still"] = str(offices.tables(path, journal_too=True) == before)
    told["left over"] = " ".join(sorted(one.name for one in folder.rglob("*") if one.suffix in {".part", ".restoring"}))
    ballast.unlink()
    with db.Database(path, who="王") as again:
        told["save with room"] = code(lambda: again.write(offices.add))
        told["backup with room"] = code(lambda: again.back_up("import"))
        told["journal"] = str(again.read(journal.broken_links))
    told["faults"] = str(backup.faults(path))
    told["older copy"] = code(lambda: backup.verify(first.path))
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
