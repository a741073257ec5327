"""How an office file is driven: the SQLite engine, its pragmas, each read back, and what the file says of itself."""

import hashlib
import sys
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

from ptman.errors import PtmanError

APPLICATION_ID: Final = 0x70746D6E  # "ptmn"
REVISIONS: Final = tuple(f"{number:04d}" for number in range(1, 41))
BUSY_MS: Final = 5000
FOLD_MS: Final = 200
# SHA-256 of the triggers that the revisions make, as SQLite keeps them; any other might be a hostile file's own code.
OWN_TRIGGERS: Final = frozenset(
    {
        "91b581a3c54bf0d2bdb317979bebe4abc926553550d353b74cc6e0981171dd19",  # resource_use_taken
        "9d21667d8d64e287037f5fd4ebdfe5b021fe2d5c46a805e827a64e8d918b736f",  # resource_use_taken_new
        "21e4e3a2bce795f6179602a8fe9f44446f3113da9f86396b8a082c8c023d1365",  # disclosure_frozen
        "2443cadb04583d8b2072b451038bc8cdb8b631910eb7a7ec283f10dca3d7df31",  # disclosure_kept
        "dea88189ecf03aed543239bb9dfc88cf35e4bffad747518c1b3ed026c8de0baa",  # title_snapshot_frozen
        "5725ab0bf8eff9d1968c730c365e9cd9420e16cd6bc1bc4e9056290c0c331e14",  # title_check_frozen
    }
)

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
# What SQLite says → code and sentence. Names and numbers of people never get into it.
KNOWN: Final = {
    "database or disk is full": (
        "disk-full",
        "磁盘已满，未作任何改动。请腾出空间后重试。",
        "The disk is full. Nothing was changed; free some space and try again.",
    ),
    "is locked": (
        "db-busy",
        "文件正被另一个程序写入，未作任何改动。请稍后重试。",
        "Another program is writing to the file. Nothing was changed; try again in a moment.",
    ),
    "readonly database": (
        "read-only",
        "文件只能读取，不能写入，未作任何改动。请检查文件及其文件夹的权限。",
        "The file can be read only, not written. Nothing was changed; check the rights of the file and its folder.",
    ),
    "unable to open": (
        "no-permission",
        "没有打开此文件或写入其文件夹的权限，未作任何改动。请检查权限，或复制到自己的文件夹。",
        "You may not open the file or write in its folder. Nothing was changed; check the rights or copy it elsewhere.",
    ),
    "disk i/o error": (
        "disk-error",
        "读写磁盘出错，无法确认是否已保存。请重新打开文件查看。",
        "The disk reported an error, and whether the change was stored is not known. Open the file again and look.",
    ),
    "malformed": (
        "db-damaged",
        "文件已损坏。请用“文件 › 恢复备份”恢复最近的备份。",
        "The file is damaged. Restore its last backup with File › Restore.",
    ),
    "file is not a database": (
        "db-damaged",
        "文件不是 ptman 文件或已损坏，未作任何改动。请用“文件 › 恢复备份”恢复最近的备份。",
        "The file is damaged or no office file. Nothing was changed; restore its last backup with File › Restore.",
    ),
}


def connect(path: Path, *, read_only: bool = False) -> Any:  # noqa: ANN401 the driver ships no types
    """A connection with every pragma set and checked. No transaction is begun by itself."""
    if not path.is_file():
        raise PtmanError("file-gone", f"找不到 {path.name}。", f"{path.name} is not there.")
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except driver.DatabaseError as error:
        raise told(error) from error
    try:
        _drive(connection, read_only=read_only)
    except driver.DatabaseError as error:
        connection.close()
        raise told(error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _drive(connection: Any, *, read_only: bool) -> None:  # noqa: ANN401 the driver ships no types
    wanted = PRAGMAS | (MACOS if sys.platform == "darwin" else {})
    if not read_only:
        wanted = wanted | {"journal_mode": ("WAL", "wal")}
    for name, (value, expected) in wanted.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise RuntimeError(f"PRAGMA {name} did not take: wanted {expected}, found {found}")


def told(error: Exception) -> PtmanError:
    """The sentence for a failure of the engine on a file; what is not known counts as damage."""
    return known(error) or PtmanError("db-damaged", *KNOWN["malformed"][1:])


def known(error: object) -> PtmanError | None:
    text = str(error).casefold()
    return next((PtmanError(*sentence) for part, sentence in KNOWN.items() if part in text), None)


def revision(path: Path) -> str:
    """The revision of an office file; a foreign or newer one is refused.

    Asked through SQLite: opening a live file any other way would drop its locks.
    """
    connection = connect(path, read_only=True)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise PtmanError(
                "db-foreign",
                f"{path.name} 是数据库，但不是 ptman 的。",
                f"{path.name} is a database, but not of ptman.",
            )
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver.DatabaseError as error:
        raise told(error) from error
    finally:
        connection.close()
    if found is None or found[0] not in REVISIONS:
        raise PtmanError(
            "db-newer",
            f"{path.name} 由更新版本的 ptman 建立，未作任何改动。请升级 ptman。",
            f"{path.name} was made by a newer ptman. It was not changed; update ptman.",
        )
    return str(found[0])


def fold(path: Path) -> None:
    """Fold the write-ahead log back, so that the file alone is the office."""
    connection = connect(path)
    try:
        connection.execute("PRAGMA optimize").fetchall()
        # Who looks at the file just now needs the log: then it is folded another time.
        connection.execute(f"PRAGMA busy_timeout={FOLD_MS}").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except driver.DatabaseError as error:
        raise told(error) from error
    finally:
        connection.close()


def foreign_parts(path: Path) -> int:
    """How many triggers, views and virtual tables a file holds beyond the triggers that ptman makes."""
    connection = connect(path, read_only=True)
    try:
        query = "SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
        found = [hashlib.sha256(str(row[0]).encode()).hexdigest() for row in connection.execute(query).fetchall()]
        return sum(one not in OWN_TRIGGERS for one in found)
    except driver.DatabaseError as error:
        raise told(error) from error
    finally:
        connection.close()


def faults(path: Path) -> list[str]:
    """What SQLite finds wrong with the pages and references of a file; empty when it is sound."""
    connection = connect(path, read_only=True)
    try:
        pages = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        return pages + [f"{row[0]} → {row[2]}" for row in connection.execute("PRAGMA foreign_key_check").fetchall()]
    except driver.DatabaseError as error:
        return [str(error)]
    finally:
        connection.close()
