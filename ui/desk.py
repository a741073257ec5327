"""What a page may ask of the office: the border between the window and the core."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from ptman.labels import Label
from ui.work import Step, Work

P = ParamSpec("P")
Answer = TypeVar("Answer")
Session = TypeVar("Session")


@dataclass(frozen=True, slots=True)
class Past:
    """Where the office file stands: saved when, what undo and redo would do, and why it can only be looked at.

    None where there is nothing.
    """

    saved: datetime | None = None
    undo: Label | None = None
    redo: Label | None = None
    locked: Label | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of the palette: a record to open (`noun`, `id`), with a quiet second line."""

    noun: str
    id: str
    title: str
    detail: str = ""
    icon: str = "file-text"


class Desk(Protocol):
    """The office as pages see it. All but `work` and `read_only` take time: call them in jobs of `work`."""

    @property
    def work(self) -> Work: ...

    @property
    def read_only(self) -> Label | None:
        """Why nothing can be changed (another program has the file), or None."""
        ...

    def read(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer: ...

    def write(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer: ...

    def past(self) -> Past: ...

    def undo(self, step: Step) -> object: ...

    def redo(self, step: Step) -> object: ...

    def find(self, text: str) -> list[Found]: ...
