"""The dialog of columns and layouts: what it shows is what the screen, the workbook and the paper would have."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ptman import settings
from ptman.export.giving import recipients
from ptman.export.giving.recipients import Known
from ptman.export.layouts import applying, store
from ptman.export.layouts.applying import Sheet
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Belonging, Saved
from ptman.labels import Choice, Label
from ui import words
from ui.desk import Desk
from ui.layouts.frame import LayoutFrame
from ui.layouts.save_dialog import SaveDialog
from ui.layouts.screen import Subject
from ui.palette import Tone

_PAUSE = 120
_LOCKED = Label("文件只能查看，不能保存版式。", "The file can only be looked at; layouts cannot be saved.")
_NONE = Label("一列也没有选。至少勾选一列。", "No column is chosen. Check at least one.")
_NOT_OURS = Label("只有保存过的版式可以删除。", "Only layouts that were saved can be deleted.")


class Way(Choice):
    WORKBOOK = "workbook", "工作簿", "Workbook"
    PDF = "pdf", "PDF", "PDF"
    PRINTER = "printer", "打印机", "Printer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets are to go which way."""

    way: Way
    sheets: tuple[Sheet, ...]
    layout: Layout
    summary: bool


class LayoutDialog(LayoutFrame):
    """Nothing on the screen changes before it is asked for.

    Signals:
        worn(Layout): use it on the list; the dialog is closed by then.
        wanted(Wanted): write or print it; the dialog stays.
        told(Label): a layout was kept or let go.
    """

    worn = Signal(object)
    wanted = Signal(object)
    told = Signal(object)

    def __init__(self, desk: Desk, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(subject, parent)
        self.desk = desk
        self._known: tuple[Known, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self.show_layout(subject.layout)
        self.reload()
        self.columns.setFocus()

    def show_layout(self, layout: Layout) -> None:
        self.columns.show_columns(self.subject.listing.columns, layout.picks)
        self.rows.show_layout(layout, self.subject.listing.columns, self.subject.chips)
        self._renew()

    def laid_out(self) -> Layout:
        """The layout as it stands in the dialog."""
        return self.rows.laid_out(Layout(self.subject.listing.key, self.columns.picks()))

    def reload(self, name: str = "") -> None:
        """Look which layouts are kept, and stand on the one of that name."""
        desk, key, who = self.desk, self.subject.listing.key, settings.who()
        self.desk.work.ask(
            lambda: (
                desk.read(store.saved, key, who),
                (*desk.read(recipients.known), *desk.read(recipients.people)),
            ),
            partial(self._on_read, name),
        )

    def _connect(self) -> None:
        self.box.picked.connect(self.show_layout)
        self.box.currentIndexChanged.connect(self._renew_keeping)
        self.columns.changed.connect(self._pause.start)
        self.rows.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._renew)
        self.save.clicked.connect(self._on_save)
        self.delete.clicked.connect(self._on_delete)
        self.per.activated.connect(self._renew)
        self.cancel.clicked.connect(self.reject)
        self.wear.clicked.connect(self._on_wear)
        for made, way in ((self.export, Way.WORKBOOK), (self.pdf, Way.PDF), (self.print_, Way.PRINTER)):
            made.clicked.connect(partial(self._on_wanted, way))
        words.on_change(self, lambda: self.show_layout(self.laid_out()))

    def _on_read(self, name: str, found: tuple[tuple[Saved, ...], tuple[Known, ...]]) -> None:
        saved, self._known = found
        self.box.show_saved(saved, name)
        self._renew_keeping()

    def _renew(self) -> None:
        """The preview and what can be done follow what was said."""
        self._pause.stop()
        layout = self.laid_out()
        able = bool(layout.picks)
        if able:
            made = applying.apply(layout, self.subject.listing)
            count = len(made.records)
            self._say(Label(f"共 {count} 行，开头是这样：", f"{count} rows; they begin so:"), Tone.QUIET)
            self.preview.show_listing(made, layout.headers)
        else:
            self._say(_NONE, Tone.SOON)
        for one in (self.wear, self.export, self.pdf, self.print_):
            one.setEnabled(able)
        self.summary.setEnabled(bool(self.per.currentData()))
        self._renew_keeping()

    def _renew_keeping(self) -> None:
        locked = self.desk.read_only is not None
        for made, off in (
            (self.save, _LOCKED if locked else None if self.columns.picks() else _NONE),
            (self.delete, _LOCKED if locked else None if self.box.chosen() else _NOT_OURS),
        ):
            made.setEnabled(off is None)
            words.bind(made, made.setToolTip, off or Label("", ""))

    def _say(self, said: Label, tone: Tone) -> None:
        self.count.set_tone(tone)
        words.bind(self.count, self.count.setText, said)

    def _on_wear(self) -> None:
        layout = self.laid_out()
        self.accept()
        self.worn.emit(layout)

    def _on_wanted(self, way: Way) -> None:
        layout = self.laid_out()
        sheets = applying.sheets(layout, self.subject.listing, str(self.per.currentData() or ""))
        if sheets:
            summary = self.summary.isChecked() and self.summary.isEnabled()
            self.wanted.emit(Wanted(way, sheets, layout, summary))

    def _on_save(self) -> None:
        dialog = SaveDialog(settings.who(), self._known, self.box.chosen(), self)
        dialog.named.connect(self._keep)
        dialog.open()

    def _keep(self, name: str, belonging: Belonging) -> None:
        layout = self.laid_out()
        self.desk.work.act(
            Label("保存版式", "Saving a layout"),
            lambda _step: self.desk.write(store.save, name, layout, belonging),
            self._on_kept,
        )

    def _on_kept(self, kept: Saved) -> None:
        self.told.emit(Label(f"已保存版式“{kept.name}”", f"Saved the layout “{kept.name}”"))
        self.reload(kept.name)

    def _on_delete(self) -> None:
        chosen = self.box.chosen()
        if chosen is not None:
            self.desk.work.act(
                Label("删除版式", "Deleting a layout"),
                lambda _step: self.desk.write(store.delete, chosen.id),
                lambda _nothing: self._on_deleted(chosen.name),
            )

    def _on_deleted(self, name: str) -> None:
        self.told.emit(Label(f"已删除版式“{name}”，可撤销", f"Deleted the layout “{name}”; it can be undone"))
        self.box.setCurrentIndex(0)
        self.reload()
