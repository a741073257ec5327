"""Turns what the database refuses into a sentence; names and numbers of people never get into it."""

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from ptman.errors import PtmanError

KNOWN = {
    "database or disk is full": (
        "disk-full",
        "磁盘已满，未作任何改动。请腾出空间后重试。",
        "The disk is full. Nothing was changed; free some space and try again.",
    ),
    "database is locked": (
        "db-busy",
        "文件正被另一个程序写入，未作任何改动。请稍后重试。",
        "Another program is writing to the file. Nothing was changed; try again in a moment.",
    ),
    "attempt to write a readonly database": (
        "read-only",
        "文件以只读方式打开，未作任何改动。",
        "The file is open for looking only. Nothing was changed.",
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
}


def translated(error: Exception) -> PtmanError | None:
    """The sentence for a failure of the database, or nothing where it is a bug."""
    if isinstance(error, StaleDataError):
        return PtmanError(
            "stale",
            "这条记录刚被别人改过，未保存。请刷新后再改。",
            "The record was changed meanwhile. Nothing was saved; reload it and change it again.",
        )
    if not isinstance(error, DBAPIError):
        return None
    text = str(error.orig).casefold()
    for part, (code, zh, en) in KNOWN.items():
        if part in text:
            return PtmanError(code, zh, en)
    return _integrity(text) if isinstance(error, IntegrityError) else None


def _integrity(text: str) -> PtmanError:
    """SQLite names the columns or the constraint, never the values."""
    what = text.partition(": ")[2] or text
    if "unique" in text:
        return PtmanError(
            "not-unique",
            f"已有相同的记录（{what}），未作任何改动。",
            f"There is such a record already ({what}). Nothing was changed.",
        )
    if "foreign key" in text:
        return PtmanError(
            "still-used",
            "还有其他记录用到它，未作任何改动。",
            "Other records still use it. Nothing was changed.",
        )
    return PtmanError(
        "not-allowed",
        f"数据不符合规则（{what}），未作任何改动。",
        f"The values break a rule ({what}). Nothing was changed.",
    )
