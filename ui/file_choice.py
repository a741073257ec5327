"""The system's own dialogs for choosing files and folders; they answer by calling back and remember the folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ptman.labels import Label
from ui import memory, words

_READ = "(*.xlsx *.xlsm *.xls *.ods *.csv)"
WORKBOOKS = Label(f"Excel、ODS 工作簿、CSV {_READ}", f"Excel and ODS workbooks, CSV {_READ}")
WORKBOOK = Label("Excel 工作簿 (*.xlsx)", "Excel workbook (*.xlsx)")
PDF = Label("PDF 文件 (*.pdf)", "PDF file (*.pdf)")
_SCANS = "(*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)"
SCANS = Label(f"PDF、扫描件、照片 {_SCANS}", f"PDF files, scans, photographs {_SCANS}")
KEY = Label("公钥文件 (*.pem)", "Public key (*.pem)")
_ANY = Label("所有文件 (*)", "All files (*)")
_FOLDER = "files/folder"


def open_many(parent: QWidget, title: Label, kinds: Label, then: Callable[[list[Path]], object]) -> QFileDialog:
    """Choose existing files; any file may be chosen, what it is gets judged by reading it."""
    made = _dialog(parent, title, QFileDialog.FileMode.ExistingFiles)
    made.setNameFilters([words.say(kinds), words.say(_ANY)])
    return _opened(made, lambda names: then([Path(name) for name in names]))


def save_as(parent: QWidget, title: Label, kind: Label, proposed: str, then: Callable[[Path], object]) -> QFileDialog:
    """Choose where to write one file; asks before an existing one is replaced."""
    made = _dialog(parent, title, QFileDialog.FileMode.AnyFile)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.setNameFilter(words.say(kind))
    made.setDefaultSuffix(Path(proposed).suffix.removeprefix("."))
    made.selectFile(proposed)
    return _opened(made, lambda names: then(Path(names[0])))


def folder(parent: QWidget, title: Label, then: Callable[[Path], object]) -> QFileDialog:
    made = _dialog(parent, title, QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(made, lambda names: then(Path(names[0])))


def _dialog(parent: QWidget, title: Label, mode: QFileDialog.FileMode) -> QFileDialog:
    made = QFileDialog(parent, words.say(title), memory.text(_FOLDER))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setFileMode(mode)
    return made


def _opened(dialog: QFileDialog, then: Callable[[list[str]], object]) -> QFileDialog:
    def chosen(names: list[str]) -> None:
        memory.keep(_FOLDER, dialog.directory().absolutePath())
        then(names)

    dialog.filesSelected.connect(chosen)
    dialog.open()
    return dialog
