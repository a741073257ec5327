"""A box in which an organisation on file is chosen, or any name typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from ptman.export.giving.recipients import Known
from ptman.export.giving.wish import Recipient
from ptman.labels import Label
from ui import words


class OrganisationBox(QComboBox):
    """Typing finds by any part of a name."""

    def __init__(self, name: Label) -> None:
        super().__init__()
        self._known: tuple[Known, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.name(self, name)
        line = self.lineEdit()
        if line is not None:
            words.name(line, name)

    def show_known(self, known: Sequence[Known]) -> None:
        self._known = tuple(known)
        self.clear()
        self.addItems([one.recipient.name for one in known])
        self.setCurrentIndex(-1)
        found = QCompleter(self.model(), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(found)

    def known(self) -> Known | None:
        """The organisation of exactly the name that stands in the box."""
        said = self.currentText().strip()
        return next((one for one in self._known if one.recipient.name == said), None)

    def recipient(self) -> Recipient:
        """That organisation, or only the name."""
        found = self.known()
        return found.recipient if found is not None else Recipient(self.currentText().strip())
