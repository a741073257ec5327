"""Students × tests: chips for the questions an office asks, and the matrix."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.aspects.titles import matrix
from ptman.labels import Label
from ptman.listing import Listing
from ui import style
from ui.aspects.titles import tones
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

CHIPS = (
    Chip("all", Label("全部", "All")),
    Chip("graduating", Label("应届", "Graduating"), "about_to_graduate=met"),
    Chip("met", Label("可申报", "Eligible"), "verdict=met"),
    Chip("short-practice", Label("仅差时长", "Practice short"), "short-practice"),
    Chip("not_yet", Label("尚未", "Not yet"), "verdict=not_yet"),
    Chip("unknown", Label("无法判断", "Unknown"), "verdict=unknown"),
    Chip("impossible", Label("不可能", "Impossible"), "verdict=impossible"),
)
KEYS = frozenset(chip.key for chip in CHIPS)
_EMPTY = Label(
    "还没有在读学生。先导入学生名册，再到这里看谁能申报职称。",
    "Nobody studies here yet. Import the students first; then see here who may apply for the title.",
)


class EligiblePane(QWidget):
    """One student at a time is looked into.

    Signals:
        chosen(str): the student in front; empty where none or several are selected.
        opened(str): open the student of that id.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips(CHIPS)
        self.table = TableView(matrix.MATRIX, EmptyState("award", _EMPTY))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.SMALL, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.chips)
        layout.addWidget(self.table, 1)
        self.table.colour_by(tones.of_test)
        self._connect()

    def show_matrix(self, listing: Listing) -> None:
        """The students as they stand now; what is selected stays."""
        self.table.show_listing(listing)
        self.chips.show_counts(
            {chip.key: len(listing.tagged(chip.tag).rows) if chip.tag else len(listing.rows) for chip in CHIPS}
        )

    def ask(self, key: str) -> None:
        """Check the chip of that key."""
        self.chips.check(key)
        self._on_chip()

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_chip)
        self.table.row_opened.connect(self.opened)
        self.table.selection_changed.connect(self._on_selected)

    def _on_chip(self) -> None:
        chip = self.chips.checked()
        self.table.show_tag(chip.tag if chip else "")

    def _on_selected(self, ids: tuple[str, ...]) -> None:
        self.chosen.emit(ids[0] if len(ids) == 1 else "")
