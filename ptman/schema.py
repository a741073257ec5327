"""Opens an office file safely: whose is it, how old is it, back it up, migrate it whole or not at all, check it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from ptman import backup, files, folders, pragmas
from ptman.errors import PtmanError

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS: Final = pragmas.REVISIONS
HEAD: Final = REVISIONS[-1]
revision = pragmas.revision


def create(path: Path) -> None:
    """A new, empty office file, made under another name first so that a fault leaves nothing half done."""
    # A log without its file belongs to an office that was moved away: beside a new one it would corrupt it.
    log = path.with_name(path.name + "-wal")
    for there, is_taken in ((path, path.exists()), (log, log.exists() and log.stat().st_size > 0)):
        if is_taken:
            raise PtmanError(
                "file-exists",
                f"{there.name} 已存在，未覆盖。请另选名称。",
                f"{there.name} exists already; it was not touched. Choose another name.",
            )
    part = path.with_name(path.name + ".part")
    try:
        files.blank(part)
        _fill(part)
        part.replace(path)
        files.settle(path.parent)
    except driver.DatabaseError as error:
        raise pragmas.told(error) from error
    except OSError as error:
        raise files.write_failure(error, path) from error
    finally:
        files.clear(part)


def _fill(part: Path) -> None:
    connection = pragmas.connect(part)
    try:
        connection.execute(f"PRAGMA application_id={pragmas.APPLICATION_ID}")
    finally:
        connection.close()
    migrate(part)
    pragmas.fold(part)


def prepare(path: Path, now: datetime) -> None:
    """Make `path` ready for this program, or raise a `PtmanError` with the file as it was."""
    if revision(path) != HEAD:
        backup.automatic(path, "migration", now)
        migrate(path)


def refuse_older(path: Path) -> None:
    """A file that is only looked at cannot be brought up to date."""
    if revision(path) != HEAD:
        raise PtmanError(
            "db-older",
            f"{path.name} 由旧版 ptman 建立，只读查看前须先升级：请先在可写入的位置正常打开一次。未作任何改动。",
            f"{path.name} was made by an older ptman and must be opened for writing once, which brings it up to date. "
            "Nothing was changed.",
        )


def upgraded(connection: "Connection", target: str = HEAD) -> None:
    """Run the revisions inside the transaction the connection is in."""
    from alembic import command, config

    settings = config.Config(toml_file=None)
    settings.set_main_option("script_location", str(folders.program() / "migrations").replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, target)


def migrate(path: Path, step: Callable[["Connection"], None] = upgraded) -> None:
    """All revisions in one transaction, foreign keys off before it: with them on, a table rebuild deletes children."""
    from sqlalchemy import NullPool, create_engine, event

    def driven() -> Any:  # noqa: ANN401 the driver ships no types
        raw = pragmas.connect(path)
        raw.execute("PRAGMA foreign_keys=OFF")
        return raw

    engine = create_engine("sqlite://", module=driver, creator=driven, poolclass=NullPool, hide_parameters=True)
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
    lost = [name for name, rows in before.items() if after.get(name, 0) < rows]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    if lost or broken or sound != "ok":
        raise RuntimeError(f"migration undone: rows lost in {lost}, {len(broken)} broken references, {sound}")
