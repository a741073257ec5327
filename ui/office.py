"""The office file that is open: the desk that the pages work at."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

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

    def __init__(self, database: db.Database) -> None:
        self.database = database
        self._locked = lock.in_use(database.path).sentence if database.look else None
        self._work = Work()

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
        """Who had the file when it was opened here: to write it, it must be opened again."""
        return self._locked

    def read(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        return self.database.read(verb, *args, **named)

    def write(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        self.database.who = settings.who()
        return self.database.write(verb, *args, **named)

    def back_up(self, reason: str) -> Path:
        return self.database.back_up(reason).path

    def past(self) -> Past:
        now = self.read(undo.standing)
        saved = now.last.at.replace(tzinfo=UTC).astimezone() if now.last else None
        return Past(saved, now.back.sentence if now.back else None, now.again_sentence, self._locked)

    def undo(self, step: Step) -> object:
        back = self.read(undo.standing).back
        return self.write(undo.undo, back.number, step) if back else None

    def redo(self, step: Step) -> object:
        again = self.read(undo.standing).again
        return self.write(undo.undo, again.number, step) if again else None

    def find(self, text: str) -> list[Found]:
        hits = self.read(search.find, text)
        return [
            Found(hit.noun, hit.id, hit.title, words.say(hit.detail), ICONS.get(hit.noun, "file-text")) for hit in hits
        ]

    def close(self) -> errors.PtmanError | None:
        """After the window: end the work, back up what was changed, let others write; what went wrong, if anything."""
        self._work.close()
        return self.database.close()
