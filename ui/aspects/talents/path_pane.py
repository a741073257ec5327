"""The matrix with its questions above, and below it the way of the student in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptman.aspects.talents.reading import Matrix
from ptman.aspects.talents.way_parts import Way
from ptman.labels import Label
from ui import style
from ui.aspects.talents import questions
from ui.aspects.talents.matrix_view import MatrixView
from ui.pieces import button, text
from ui.pieces.chips import Chips
from ui.pieces.search_box import SearchBox
from ui.pieces.splitter import Splitter
from ui.way.area import WayArea
from ui.way.chart import WayChart

_LOWER = 300
FORMS = (
    ("plan-form", Label("实践计划表…", "Plan of practice…")),
    ("midterm-form", Label("中期检查表…", "Midterm check…")),
    ("assessment-form", Label("实践考核表…", "Assessment form…")),
)


class PathPane(QWidget):
    """One student's way is shown at a time, whatever is selected.

    Signals:
        chosen: other milestones, or another student, are in front.
        opened(str, str): open the record of that noun and id.
        asked(str): a button was pressed that triggers the action of that key.
    """

    chosen = Signal()
    opened = Signal(str, str)
    asked = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.chips, self.search, self.view = Chips(questions.CHIPS), SearchBox(), MatrixView()
        self.chart = WayChart()
        self.area = WayArea(self.chart)
        self.who = text.Elided(style.BODY)
        self.closer = button.quiet(Label("放大", "Zoom in"), "plus")
        self.wider = button.quiet(Label("缩小", "Zoom out"), "minus")
        self._matrix: Matrix | None = None
        self._lay_out(key)
        self._connect()

    def show_matrix(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self.chips.show_counts(questions.counts(matrix.rows), quiet=True)
        self._ask()

    def show_way(self, way: Way | None) -> None:
        """Whose way it is, and the way itself."""
        self.who.setText(f"{way.pupil.name} {way.pupil.number}" if way else "")
        self.chart.show_way(way)
        self.area.setVisible(way is not None)

    def check(self, key: str) -> bool:
        """Ask the question of that chip; whether there is one."""
        known = key in {chip.key for chip in questions.CHIPS}
        if known:
            self.chips.check(key)
            self._ask()
        return known

    def bring(self, student: str) -> bool:
        """Bring a student's row to the front, whatever was asked before; whether it is there."""
        if self._matrix is None or all(row.pupil.id != student for row in self._matrix.rows):
            return False
        self.search.clear()
        self.check("all")
        self.view.select([(student, step.code) for step in self._matrix.steps[:1]])
        return True

    def _ask(self, *_: object) -> None:
        if self._matrix is not None:
            chip = self.chips.checked()
            self.view.show_matrix(self._matrix, questions.fits(chip.key if chip else "", self.search.text()))
            self.search.show_left(len(self.view.grid.shown), len(self._matrix.rows))

    def _lay_out(self, key: str) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(style.WIDE, style.SMALL, style.WIDE, style.SMALL)
        above.addWidget(self.chips, 1)
        above.addWidget(self.search)
        head = QHBoxLayout()
        head.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.TIGHT)
        head.addWidget(self.who, 1)
        head.setSpacing(style.SMALL)
        for form, label in FORMS:
            made = button.plain(label, "file-text")
            made.setObjectName(form)
            made.clicked.connect(self._on_pressed)
            head.addWidget(made)
        for one in (self.wider, self.closer):
            head.addWidget(one)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        body = Splitter(key, Qt.Orientation.Vertical)
        body.addWidget(self.view)
        body.addWidget(lower)
        body.setStretchFactor(0, 1)
        body.restore([400, _LOWER])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(body, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._ask)
        self.search.searched.connect(self._ask)
        self.search.left_downwards.connect(self.view.setFocus)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self._on_opened)
        self.chart.opened.connect(self.opened)
        self.closer.clicked.connect(self._on_closer)
        self.wider.clicked.connect(self._on_wider)

    def _on_pressed(self) -> None:
        sender = self.sender()
        self.asked.emit(sender.objectName() if sender is not None else "")

    def _on_opened(self, key: str) -> None:
        self.opened.emit("milestone", key)

    def _on_closer(self) -> None:
        self.chart.zoom_by(1.25)

    def _on_wider(self) -> None:
        self.chart.zoom_by(0.8)
