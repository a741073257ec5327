"""What passes through the queue of workbooks: one that was read, one that was refused, a draft, what was kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ptman import drafts
from ptman.drafts import Draft
from ptman.errors import PtmanError
from ptman.intake import recognition
from ptman.intake.draft import IntakeDraft, Part
from ptman.intake.layouts import Layout
from ptman.intake.sheet import Workbook
from ptman.labels import Label
from ui.dialogs import draft_table
from ui.dialogs.draft_table import Ready

UNREAD = {"no-known-header", "column-missing"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A workbook that was read and recognised."""

    path: Path
    workbook: Workbook
    parts: list[Part]
    book: str | None = None

    @property
    def turn(self) -> int:
        return min(recognition.turn(part.book) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A workbook that could not be taken, and why; `unrecognised` where naming its kind or its columns may help.

    `workbook` is what was read where only its headers were not understood.
    """

    path: Path
    sentence: Label
    unrecognised: bool
    workbook: Workbook | None = None
    book: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draft of one workbook; `more` says how many wait behind it, `senders` who sends workbooks of this kind.

    `decided` is by the key of a row whom it means: the id of a record, nothing for somebody new. `ticked` is what a
    person had ticked in the draft that was drawn before this one; None for the first.
    """

    path: Path
    intake: IntakeDraft
    more: int
    senders: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    decided: Mapping[str, str] = field(default_factory=dict)
    ticked: frozenset[str] | None = None
    shown: Ready | None = None

    def ready(self) -> Ready:
        """What the dialog shows, as far as it was made ready on the worker."""
        return replace(self.shown, draft=self.draft()) if self.shown else draft_table.ready(self.draft())

    def draft(self) -> Draft:
        """The draft under the name of its file."""
        drawn = self.intake.draft
        title = Label(f"导入“{self.path.name}”：{drawn.title.zh}", f"Import “{self.path.name}”: {drawn.title.en}")
        return replace(drawn, title=title, remarks=(*self._waiting(), *drawn.remarks))

    def _waiting(self) -> Iterator[Label]:
        if self.more:
            yield Label(f"此后还有 {self.more} 个工作簿。", f"More workbooks to follow: {self.more}.")


@dataclass(frozen=True, slots=True)
class Again:
    """Why a draft is drawn anew: another sender, or rows that mean somebody on file; what stood ticked in the last."""

    sender: str
    decided: Mapping[str, str]
    last: IntakeDraft
    taken: frozenset[str]

    def ticked(self, anew: IntakeDraft) -> frozenset[str]:
        return drafts.carried(self.last.draft, self.taken, anew.draft)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows of a draft are in the office file now."""

    drawn: Drawn
    rows: int


def refusal(path: Path, error: PtmanError) -> Refusal:
    return Refusal(path, error.sentence, error.code in UNREAD)
