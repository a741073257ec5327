"""Turns what the database refuses into a sentence; names and numbers of people never get into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from ptman import pragmas
from ptman.errors import PtmanError


@contextmanager
def told() -> Iterator[None]:
    """Let known failures of the database leave this block as their sentence."""
    try:
        yield
    except SQLAlchemyError as error:
        if (known := translated(error)) is None:
            raise
        raise known from error


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
    if isinstance(error, IntegrityError):
        return _integrity(str(error.orig).casefold())
    return pragmas.known(error.orig)


def _integrity(text: str) -> PtmanError:
    """SQLite names the columns or the constraint, never the values."""
    what = text.partition(": ")[2] or text
    if "resource_use: taken" in text:
        return PtmanError(
            "taken",
            "这个时间的教学资源已被占用，未作任何改动。请换一个时间，或先取消占用它的预约。",
            "The resource is taken at that time. Nothing was changed; choose another time or cancel what takes it.",
        )
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
