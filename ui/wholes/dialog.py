"""Everything about one record in a window of its own; a link in it leads on to the next, and back again."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.labels import Label, same
from ptman.register import titles, whole
from ptman.register.whole import Whole
from ui import day, errors, records, style, words
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.wholes import columns

EVERY = 100_000
_SIZE = (1240, 760)
_OWN, _PAST = 330, 280
TITLE = Label("全貌", "Everything about it")
BACK, CORRECT = Label("返回", "Back"), Label("打开更正…", "Open to correct…")
CLOSE = Label("关闭", "Close")


class WholeDialog(QDialog):
    """Reads on the worker, and again whenever something was done; Alt+← goes back to what was looked at before."""

    def __init__(self, desk: Desk, noun: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found: Whole | None = None
        self._desk = desk
        self._way: list[tuple[str, str]] = [(noun, key)]
        self._most = whole.MOST
        self.title, self.under = text.Elided(style.TITLE), text.Elided(style.SECONDARY, Tone.QUIET)
        self.back = button.plain(BACK, "chevron-left")
        self.correct, self.close_ = button.primary(CORRECT, "pencil"), button.plain(CLOSE)
        self.areas = tuple(_area(label) for label in (TITLE, columns.IN_TIME, columns.HISTORY))
        words.bind(self, self.setWindowTitle, TITLE)
        self.resize(*_SIZE)
        self._lay_out()
        self._connect()
        self._read()

    def show_record(self, noun: str, key: str) -> None:
        """Go on to a record: here where it has a page like this, else in its form."""
        if noun not in whole.NOUNS:
            records.show(self._desk, self, noun, key)
            return
        self._way.append((noun, key))
        self._most = whole.MOST
        self._read()

    def go_back(self) -> None:
        if len(self._way) > 1:
            self._way.pop()
            self._read()

    def show_all(self) -> None:
        """Every line of every kind."""
        self._most = EVERY
        self._read()

    def _lay_out(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.title)
        named.addWidget(self.under)
        head = QHBoxLayout()
        head.setSpacing(style.NORMAL)
        head.addWidget(self.back)
        head.addLayout(named, 1)
        body = QHBoxLayout()
        body.setSpacing(style.WIDE)
        own, around, past = self.areas
        own.setFixedWidth(_OWN)
        past.setFixedWidth(_PAST)
        for at, area in enumerate((own, around, past)):
            if at:
                body.addWidget(text.hairline(upright=True))
            body.addWidget(area, 1 if area is around else 0)
        foot = foot_row.of(self.close_, self.correct)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addLayout(head)
        layout.addWidget(text.hairline())
        layout.addLayout(body, 1)
        layout.addWidget(text.hairline())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.close_.clicked.connect(self.reject)
        self.correct.clicked.connect(lambda: records.show(self._desk, self, *self._way[-1]))
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        self._desk.work.acted.connect(self._on_acted)

    def _on_acted(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        noun, key = self._way[-1]
        job = partial(self._desk.read, whole.whole, noun, key, day.today(), self._most)
        self._desk.work.ask(job, self._on_read, self._on_failed)

    def _on_read(self, found: Whole) -> None:
        if (found.card.noun, found.card.id) != self._way[-1]:
            return
        self.found = found
        card = found.card
        self.title.setText(card.title)
        number = str(card.values[card.fields[0].key])
        under = titles.noun_class(card.noun).LABEL.plus(same(number if number not in card.title else ""), " ")
        self.under.setText(words.say(under).strip())
        self.back.setEnabled(len(self._way) > 1)
        for area, made in zip(
            self.areas,
            (
                columns.own(found, self.show_record),
                columns.around(found, self.show_record, self.show_all),
                columns.past(found.steps, found.more_steps),
            ),
            strict=True,
        ):
            made.setAutoFillBackground(False)
            area.setWidget(made)
        if not self.isVisible():
            self.open()

    def _on_failed(self, error: Exception) -> None:
        """A record that was deleted meanwhile has nothing left to show."""
        errors.show(error, self.parentWidget())
        self.reject()


def _area(label: Label) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    words.name(area, label)
    return area
