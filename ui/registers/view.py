"""How a register's list is laid out at first, which filter stands over it, and how an export names that filter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ptman.labels import Label, same
from ptman.listing import Listing, Row, Value
from ptman.register import cards
from ui import icons, memory, style, words
from ui.palette import Tone
from ui.pieces.chips import Chip

CURRENT = Chip("all", Label("全部", "All"), "current")
RETIRED = Chip("retired", Label("已停用", "Retired"), "retired")


def arranged(listing: Listing, first: Sequence[str]) -> Listing:
    """The columns that an office looks at first, then all the others in the order of the core."""
    named = [key for key in first if any(column.key == key for column in listing.columns)]
    return listing.only((*named, *(column.key for column in listing.columns if column.key not in named)))


def widened(listing: Listing, key: str, width: int) -> Listing:
    """One column as wide as its longest word in either language."""
    columns = tuple(replace(one, width=width) if one.key == key else one for one in listing.columns)
    return replace(listing, columns=columns)


def hide_at_first(key: str, hidden: Sequence[str]) -> None:
    """Columns that wait in the chooser until they are wanted; what a person chose before stays as it is."""
    if hidden and memory.recall(f"table/{key}") is None:
        memory.keep(f"table/{key}", {"hidden": list(hidden)})


def scope_of(parts: Iterable[Label | Chip | None], searched: str) -> Label:
    """What made the list on the screen: cohort, chip or view, and what was searched for."""
    said = [part.label if isinstance(part, Chip) else part for part in parts if part and part != CURRENT]
    if searched:
        said.append(same(f"“{searched}”"))
    return Label(" · ".join(one.zh for one in said), " · ".join(one.en for one in said))


def choice(noun: str, key: str, value: str) -> Label:
    """What a member of a closed list is called."""
    choices = next(field.choices for field in cards.describe(noun) if field.key == key)
    if choices is None:
        raise TypeError(f"{noun}.{key} is no choice")
    return choices(value).label


def tagged_by(listing: Listing, column: str, tags: Mapping[Label, str]) -> Listing:
    """Rows wear a further tag for what stands in one column."""
    at = listing.index(column)
    return replace(listing, rows=tuple(_with_tag(row, tags, row.cells[at]) for row in listing.rows))


def _with_tag(row: Row, tags: Mapping[Label, str], value: Value) -> Row:
    tag = tags.get(value) if isinstance(value, Label) else None
    return replace(row, tags=row.tags | {tag}) if tag else row


class FilterNote(QPushButton):
    """Names a view that has no chip of its own; pressing it leaves the view.

    Signals:
        left: all rows are wanted again.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: Label | None = None
        style.role(self, style.Role.CHIP)
        self.setAutoDefault(False)
        self.setIcon(icons.icon("x", Tone.ACCENT))
        words.name(self, Label("显示全部", "Show all"), tip=True)
        self.clicked.connect(self.left)
        self.hide()

    def show_view(self, view: Label) -> None:
        self.view = view
        words.bind(self, self.setText, view)
        words.name(self, Label(f"{view.zh}，显示全部", f"{view.en}, show all"), tip=True)
        self.show()

    def forget(self) -> None:
        self.view = None
        self.hide()
