"""The journal as a list: when, who, what, how many records, and whether it still stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ptman.fields import Kind
from ptman.labels import Label, same
from ptman.listing import Column, Listing, Row
from ptman.undo import Entry

IMPORT_VERB = "intake.store.keep"
TITLE = Label("历史", "History")
COLUMNS = (
    Column("at", Label("时间", "When"), width=16),
    Column("who", Label("操作人", "Who"), width=9),
    Column("what", Label("内容", "What"), width=40),
    Column("rows", Label("记录数", "Records"), Kind.NUMBER, width=8),
    Column("state", Label("状态", "State"), width=8),
)
UNDONE = Label("已撤销", "Undone")
_AGAIN = Label("重做：", "Redo: ")
BLANK = Listing("history", "change_set", TITLE, COLUMNS, ())


@dataclass(frozen=True, slots=True)
class Past:
    """The change sets by number, newest first, and what can be asked of them."""

    entries: tuple[Entry, ...] = ()

    def entry(self, number: int) -> Entry | None:
        return next((entry for entry in self.entries if entry.number == number), None)

    def undoing(self, number: int) -> Entry | None:
        """The step in force that took back step `number`: taking that back is redoing."""
        return next((entry for entry in self.entries if entry.undoes == number and entry.in_force), None)

    def people(self) -> tuple[str, ...]:
        return tuple(sorted({entry.who for entry in self.entries}))

    def imports(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.verb == IMPORT_VERB)

    def sentence(self, entry: Entry) -> Label:
        """What was done; undoing an undo reads as doing it again."""
        undone = self.entry(entry.undoes) if entry.undoes is not None else None
        if undone is None or undone.undoes is None:
            return entry.sentence
        first = self.entry(undone.undoes)
        return Label(_AGAIN.zh + first.sentence.zh, _AGAIN.en + first.sentence.en) if first else entry.sentence


def local(at: datetime) -> datetime:
    """The journal's UTC in the time of the office."""
    return at.replace(tzinfo=UTC).astimezone()


def listing(past: Past, entries: Sequence[Entry], today: date, blank: Listing = BLANK) -> Listing:
    """These entries as rows; tags: today, import, undone, and `who:` with the name."""
    return replace(blank, rows=tuple(_row(past, entry, today) for entry in entries))


def _row(past: Past, entry: Entry, today: date) -> Row:
    at, what = local(entry.at), past.sentence(entry)
    state = same("") if entry.in_force else UNDONE
    tags = {f"who:{entry.who}"}
    tags |= {"today"} if at.date() == today else set()
    tags |= {"import"} if entry.verb == IMPORT_VERB else set()
    tags |= set() if entry.in_force else {"undone"}
    cells = (f"{at:%Y-%m-%d %H:%M}", entry.who, what, entry.rows, state)
    return Row(str(entry.number), cells, f"{entry.who} {what.zh} {what.en} {at:%Y-%m-%d}".casefold(), frozenset(tags))
