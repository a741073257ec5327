"""Opens an office file safely: whose is it, how old is it, back it up, migrate it whole or not at all, check it."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from ptman import backup, folders, pragmas
from ptman.errors import PtmanError

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
HEAD: Final = REVISIONS[-1]


def create(path: Path) -> None:
    """A new, empty office file, made under another name first so that a fault leaves nothing half done."""
    if path.exists():
        raise PtmanError(
            "file-exists", f"{path.name} 已存在，未覆盖。", f"{path.name} exists already; it was not touched."
        )
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = pragmas.connect(part)
    connection.execute(f"PRAGMA application_id={pragmas.APPLICATION_ID}")
    pragmas.close(connection)
    migrate(part)
    pragmas.close(pragmas.connect(part))
    part.replace(path)


def prepare(path: Path, now: datetime) -> None:
    """Make `path` ready for this program, or raise a `PtmanError` with the file as it was."""
    found = revision(path)
    if found == HEAD:
        return
    backup.automatic(path, "migration", now)
    migrate(path)


def revision(path: Path) -> str:
    """The revision of an office file; a foreign or newer one is refused."""
    if not path.exists():
        raise PtmanError("file-gone", f"找不到 {path.name}。", f"{path.name} is not there.")
    connection = pragmas.connect(path, read_only=True)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != pragmas.APPLICATION_ID:
            raise PtmanError(
                "db-foreign",
                f"{path.name} 是数据库，但不是 ptman 的。",
                f"{path.name} is a database, but not of ptman.",
            )
        found = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except driver.DatabaseError as error:
        raise pragmas.unreadable(path) from error
    finally:
        connection.close()
    if found not in REVISIONS:
        raise PtmanError(
            "db-newer",
            f"{path.name} 由更新版本的 ptman 建立，未作任何改动。请升级 ptman。",
            f"{path.name} was made by a newer ptman. It was not changed; update ptman.",
        )
    return found


def upgraded(connection: "Connection", target: str = HEAD) -> None:
    """Run the revisions inside the transaction the connection is in."""
    from alembic import command, config

    settings = config.Config(toml_file=None)
    settings.set_main_option("script_location", str(folders.program() / "migrations"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, target)


def migrate(path: Path, step: Callable[["Connection"], None] = upgraded) -> None:
    """All revisions in one transaction, foreign keys off before it: with them on, a table rebuild deletes children."""
    from sqlalchemy import NullPool, create_engine, event

    def driven() -> Any:  # noqa: ANN401 the driver ships no types
        raw = pragmas.connect(path)
        raw.execute("PRAGMA foreign_keys=OFF")
        return raw

    engine = create_engine("sqlite://", module=driver, creator=driven, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        before = counts(connection)
        step(connection)
        _check(connection, before)


def counts(connection: "Connection") -> dict[str, int]:
    """Rows of every table."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 names of the schema
        for (name,) in names.fetchall()
    }


def _check(connection: "Connection", before: dict[str, int]) -> None:
    after = counts(connection)
    lost = [name for name, rows in before.items() if name in after and after[name] < rows]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    if lost or broken or sound != "ok":
        raise RuntimeError(f"migration undone: rows lost in {lost}, {len(broken)} broken references, {sound}")
