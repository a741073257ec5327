"""The one door to the database: a question or a change, one call one transaction."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ptman import backup, faults, folders, journal, lock, pragmas, schema

P = ParamSpec("P")
R = TypeVar("R")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Database:
    """An open office file. `look=True` opens it beside a program that is writing, to read only."""

    def __init__(self, path: Path, *, who: str, look: bool = False, clock: Clock = utc_now) -> None:
        self.path, self.who, self.look, self.clock = path, who, look, clock
        folders.refuse_shared(path)
        schema.revision(path)
        self._lock = None if look else lock.Lock(path, who=who, now=clock())
        try:
            if not look:
                schema.prepare(path, clock())
        except BaseException:
            self.release()
            raise
        self._reading = _engine(path, "BEGIN", read_only=look)
        self._writing = None if look else _engine(path, "BEGIN IMMEDIATE", read_only=False)
        self.changed = False

    @classmethod
    def create(cls, path: Path, *, who: str, clock: Clock = utc_now) -> Self:
        folders.refuse_shared(path)
        schema.create(path)
        return cls(path, who=who, clock=clock)

    def read(self, verb: Callable[Concatenate[Session, P], R], /, *args: P.args, **more: P.kwargs) -> R:
        """Answer a question from one moment of the file."""
        with Session(self._reading, autoflush=False) as session:
            return verb(session, *args, **more)

    def write(self, verb: Callable[Concatenate[Session, P], R], /, *args: P.args, **more: P.kwargs) -> R:
        """Make one change set: returning commits, raising rolls back."""
        if self._writing is None:
            raise lock.in_use(self.path)
        name = f"{verb.__module__.removeprefix('ptman.')}.{verb.__name__}"
        try:
            with journal.OfficeSession(self._writing, expire_on_commit=False) as session, session.begin():
                journal.begin(session, name)
                answer = verb(session, *args, **more)
                session.flush()  # so that the journal below sees every change
                self.changed |= journal.seal(session, who=self.who, at=self.clock()) is not None
            return answer  # noqa: TRY300 reads in the order it happens
        except SQLAlchemyError as error:
            if (known := faults.translated(error)) is None:
                raise
            raise known from error

    def back_up(self, reason: str) -> backup.Backup:
        return backup.automatic(self.path, reason, self.clock())

    def close(self) -> None:
        """Back up what was changed, fold the log into the file, let others write."""
        self._reading.dispose()
        if self._writing is not None:
            self._writing.dispose()
            if self.changed:
                self.back_up("closing")
            pragmas.close(pragmas.connect(self.path))
        self.release()

    def release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _engine(path: Path, begin: str, *, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: pragmas.connect(path, read_only=read_only),
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
