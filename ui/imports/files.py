"""The workbooks that the import page hands out: empty templates, and copies with the refused cells marked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.intake import kinds, store, templates
from ptman.labels import Label
from ui import file_choice
from ui.imports.items import Drawn
from ui.work import Work


class Outgoing(QObject):
    """Asks where to save, then writes on the worker.

    Signals:
        told(Label): the file is written.
        failed(str, Exception): it is not; the first is its path.
    """

    told = Signal(object)
    failed = Signal(str, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def copy(self, parent: QWidget, drawn: Drawn) -> None:
        """Save a copy of the workbook with every refused cell marked."""
        proposed = f"{drawn.path.stem}-标注.xlsx"
        title = Label("另存标注副本", "Save a marked copy")
        file_choice.save_as(parent, title, file_choice.WORKBOOK, proposed, partial(self._copy, drawn))

    def template(self, parent: QWidget, book: str) -> None:
        """Save the empty workbook of a kind."""
        proposed = f"{kinds.kinds()[book].label.zh}-模板.xlsx"
        title = Label("保存空白模板", "Save an empty template")
        file_choice.save_as(parent, title, file_choice.WORKBOOK, proposed, partial(self._template, book))

    def _copy(self, drawn: Drawn, target: Path) -> None:
        name = Label(f"标注“{drawn.path.name}”", f"Marking “{drawn.path.name}”")
        told = Label(f"标注副本已存为 {target.name}", f"The marked copy is saved as {target.name}")

        def job(_step: object) -> None:
            store.annotated(drawn.path, target, drawn.intake)

        self._work.run(name, job, lambda _none: self.told.emit(told), partial(self.failed.emit, str(target)))

    def _template(self, book: str, target: Path) -> None:
        told = Label(f"空白模板已存为 {target.name}", f"The empty template is saved as {target.name}")
        job = partial(templates.write, book, target)
        self._work.ask(job, lambda _none: self.told.emit(told), partial(self.failed.emit, str(target)))
