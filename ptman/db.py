"""The one door to the database: a question or a change, one call one transaction."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ptman import backup, chain, dialect, faults, folders, journal, lock, pragmas, schema
from ptman.errors import PtmanError

P = ParamSpec("P")
R = TypeVar("R")
Clock = Callable[[], datetime]
log = logging.getLogger("ptman.db")


def utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Database:
    """An open office file. `look=True` opens it beside a program that is writing, to read only."""

    def __init__(self, path: Path, *, who: str, look: bool = False, clock: Clock = utc_now) -> None:
        self.path, self.who, self.look, self.clock = path, who, look, clock
        self.changed = False
        self._lock = None
        folders.refuse_shared(path)
        if look:
            schema.refuse_older(path)
        else:
            # A foreign or newer file is left alone: not even a lock is laid beside it.
            schema.revision(path)
            self._lock = lock.Lock(path, who=who, now=clock())
        try:
            with faults.told():
                if not look:
                    schema.prepare(path, clock())
                self._reading = _engine(path, "BEGIN", read_only=True)
                self._writing = None if look else _engine(path, "BEGIN IMMEDIATE", read_only=False)
        except BaseException:
            self.release()
            raise

    @classmethod
    def create(cls, path: Path, *, who: str, clock: Clock = utc_now) -> Self:
        folders.refuse_shared(path)
        with faults.told():
            schema.create(path)
        return cls(path, who=who, clock=clock)

    def read(self, verb: Callable[Concatenate[Session, P], R], /, *args: P.args, **more: P.kwargs) -> R:
        """Answer a question from one moment of the file."""
        with faults.told(), Session(self._reading, autoflush=False) as session:
            return verb(session, *args, **more)

    def write(self, verb: Callable[Concatenate[Session, P], R], /, *args: P.args, **more: P.kwargs) -> R:
        """Make one change set: returning commits, raising rolls back."""
        if self._writing is None:
            raise lock.in_use(self.path)
        name = f"{verb.__module__.removeprefix('ptman.')}.{verb.__name__}"
        with faults.told(), journal.OfficeSession(self._writing, expire_on_commit=False) as session:
            journal.begin(session, name, self.who)
            answer = verb(session, *args, **more)
            session.flush()  # so that the journal below sees every change
            link = journal.seal(session, who=self.who, at=self.clock())
            self._commit(session, link)
        self.changed |= link is not None
        return answer

    def _commit(self, session: Session, link: str | None) -> None:
        """A failing disk may refuse the answer to a commit that has arrived: look before saying it has not."""
        try:
            session.commit()
        except SQLAlchemyError:
            session.rollback()  # a refused commit leaves its transaction open
            if link is None or not self._holds(link):
                raise

    def _holds(self, link: str) -> bool:
        try:
            return self.read(chain.holds, link)
        except (PtmanError, SQLAlchemyError):
            return False

    def back_up(self, reason: str) -> backup.Backup:
        return backup.automatic(self.path, reason, self.clock())

    def close(self) -> PtmanError | None:
        """Back up what was changed, fold the log into the file, let others write; a second call does nothing.

        What fails on the way is logged and returned, never raised: the work itself is in the file already.
        """
        self._reading.dispose()
        if self._writing is None or self._lock is None:
            return None
        self._writing.dispose()
        try:
            backed_up = _trouble(lambda: self.back_up("closing")) if self.changed else None
            folded = _trouble(lambda: pragmas.fold(self.path))
            return backed_up or folded
        finally:
            self.release()

    def release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _trouble(step: Callable[[], object]) -> PtmanError | None:
    try:
        step()
    except PtmanError as error:
        log.warning("while closing: %s", error)
        return error
    return None


def _engine(path: Path, begin: str, *, read_only: bool) -> Engine:
    engine = create_engine(
        dialect.URL,
        module=driver,
        execution_options={"compiled_cache": dialect.COMPILED},
        creator=lambda: pragmas.connect(path, read_only=read_only),
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
