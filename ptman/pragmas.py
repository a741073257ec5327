"""How an office file is driven: the SQLite engine, its pragmas, each read back, and what the file says of itself."""

import sys
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

from ptman.errors import PtmanError

APPLICATION_ID: Final = 0x70746D6E  # "ptmn"
BUSY_MS: Final = 5000

# Name → (value to set, value that must be read back). Measured reasons: synchronous FULL survives power loss,
# secure_delete leaves no deleted names in the file, trusted_schema OFF keeps a hostile file's own code from running.
PRAGMAS: Final[dict[str, tuple[str, Any]]] = {
    "busy_timeout": (str(BUSY_MS), BUSY_MS),
    "foreign_keys": ("ON", 1),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "temp_store": ("MEMORY", 2),
    "trusted_schema": ("OFF", 0),
}
MACOS: Final = {"fullfsync": ("ON", 1), "checkpoint_fullfsync": ("ON", 1)}


def connect(path: Path, *, read_only: bool = False) -> Any:  # noqa: ANN401 the driver ships no types
    """A connection with every pragma set and checked. No transaction is begun by itself."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        _drive(connection, read_only=read_only)
    except driver.DatabaseError as error:
        connection.close()
        raise unreadable(path) from error
    return connection


def _drive(connection: Any, *, read_only: bool) -> None:  # noqa: ANN401 the driver ships no types
    wanted = PRAGMAS | (MACOS if sys.platform == "darwin" else {})
    if not read_only:
        wanted = wanted | {"journal_mode": ("WAL", "wal")}
    for name, (value, expected) in wanted.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or (found[0] != expected and name != "mmap_size"):
            raise RuntimeError(f"PRAGMA {name} did not take: wanted {expected}, found {found}")


def application_id(path: Path) -> int:
    """Who made the file, asked through SQLite: opening a live file any other way would drop its locks."""
    connection = connect(path, read_only=True)
    try:
        return int(connection.execute("PRAGMA application_id").fetchone()[0])
    finally:
        connection.close()


def close(connection: Any) -> None:  # noqa: ANN401 the driver ships no types
    """Fold the write-ahead log back, so that the file alone is the office."""
    connection.execute("PRAGMA optimize").fetchall()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def unreadable(path: Path) -> PtmanError:
    return PtmanError(
        "db-damaged",
        f"{path.name} 不是 ptman 文件或已损坏，未作任何改动。请用“文件 › 恢复备份”恢复最近的备份。",
        f"{path.name} is damaged or no office file. Nothing was changed; restore its last backup with File › Restore.",
    )
