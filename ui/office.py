"""The office file that is open: the desk that the pages work at."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtWidgets import QWidget

from ptman import db, errors, lock, search, settings, undo
from ptman.labels import Label
from ui import words
from ui.desk import Found, Past
from ui.work import Step, Work

P = ParamSpec("P")
Answer = TypeVar("Answer")
# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any
ICONS = {
    "student": "graduation-cap",
    "academic_supervisor": "users",
    "industry_supervisor": "briefcase",
    "training_base": "factory",
    "organisation": "building-2",
}


class OpenOffice:
    """One office file and the worker that alone speaks to it."""

    def __init__(self, database: db.Database, window: QWidget | None = None) -> None:
        self.database = database
        self._work = Work(window)

    @classmethod
    def open(cls, path: Path) -> "OpenOffice":
        """Open to write; to look only where another program has it, which `read_only` then says."""
        who = settings.who()
        try:
            database = db.Database(path, who=who)
        except errors.PtmanError as error:
            if error.code != "file-in-use":
                raise
            database = db.Database(path, who=who, look=True)
        settings.remember(path)
        return cls(database)

    @classmethod
    def create(cls, path: Path) -> "OpenOffice":
        made = cls(db.Database.create(path, who=settings.who()))
        settings.remember(path)
        return made

    @property
    def path(self) -> Path:
        return self.database.path

    @property
    def work(self) -> Work:
        return self._work

    @property
    def read_only(self) -> Label | None:
        return lock.in_use(self.path).sentence if self.database.look else None

    def read(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        return self.database.read(verb, *args, **named)

    def write(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        return self.database.write(verb, *args, **named)

    def back_up(self, reason: str) -> Path:
        return self.database.back_up(reason).path

    def past(self) -> Past:
        entries = self.read(undo.history)
        back, again = undo.next_undo(entries), undo.next_redo(entries)
        saved = entries[0].at.replace(tzinfo=UTC).astimezone() if entries else None
        named = next((entry.sentence for entry in entries if again is not None and entry.number == again.undoes), None)
        return Past(saved, back.sentence if back else None, named)

    def undo(self, _step: Step) -> object:
        entry = undo.next_undo(self.read(undo.history))
        return self.write(undo.undo, entry.number) if entry else None

    def redo(self, _step: Step) -> object:
        entry = undo.next_redo(self.read(undo.history))
        return self.write(undo.undo, entry.number) if entry else None

    def find(self, text: str) -> list[Found]:
        hits = self.read(search.find, text)
        return [
            Found(hit.noun, hit.id, hit.title, words.say(hit.detail), ICONS.get(hit.noun, "file-text")) for hit in hits
        ]

    def close(self) -> None:
        """After the last window: back up what was changed, let others write."""
        self.database.close()
