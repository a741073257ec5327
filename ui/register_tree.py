"""The tree of registers at the left of their page: groups that fold, counts, and a line to filter by."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.rules import pinyin
from ui import icons, memory, style, words
from ui.noun_pages import Group
from ui.palette import Tone
from ui.pieces.search_box import SearchBox
from ui.register_page import RegisterPage

_FOLDED = "page/registers/folded"
_KEY = Qt.ItemDataRole.UserRole
_WIDTH = 208


class RegisterTree(QWidget):
    """Groups without pages are left out; what is folded is remembered.

    Signals:
        chosen(str): the key of the register to show.
    """

    chosen = Signal(str)

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = [group for group in groups if group.pages]
        self._leaves: dict[str, QTreeWidgetItem] = {}
        self._branches: dict[str, QTreeWidgetItem] = {}
        self.filter = SearchBox()
        self.tree = QTreeWidget()
        self._fill()
        self._lay_out()
        self._name()
        words.on_change(self, self._name)
        self.filter.searched.connect(self._on_searched)
        self.filter.left_downwards.connect(self._on_downwards)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemCollapsed.connect(self._keep_folded)
        self.tree.itemExpanded.connect(self._keep_folded)

    def choose(self, key: str) -> None:
        """Put the line of that register in front, unfolded."""
        leaf = self._leaves.get(key)
        branch = leaf.parent() if leaf is not None else None
        if leaf is not None and branch is not None:
            leaf.setHidden(False)
            branch.setHidden(False)
            branch.setExpanded(True)
            self.tree.setCurrentItem(leaf)

    def chosen_key(self) -> str:
        """The register in front; nothing before one was chosen."""
        item = self.tree.currentItem()
        return str(item.data(0, _KEY) or "") if item is not None else ""

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many records each noun has, by the noun."""
        for group in self._groups:
            for page in group.pages:
                count = counts.get(page.NOUN, 0)
                self._leaves[page.KEY].setText(1, f"{count:,}" if count else "")

    def _fill(self) -> None:
        folded = memory.recall(_FOLDED)
        for group in self._groups:
            branch = self._branches[group.key] = QTreeWidgetItem(self.tree)
            branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
            branch.setSizeHint(0, QSize(0, style.VAST))
            branch.setFont(0, style.font(style.SECONDARY, strong=True))
            branch.setExpanded(not (isinstance(folded, list) and group.key in folded))
            for page in group.pages:
                self._leaves[page.KEY] = self._leaf(branch, page)

    def _leaf(self, branch: QTreeWidgetItem, page: type[RegisterPage]) -> QTreeWidgetItem:
        leaf = QTreeWidgetItem(branch)
        leaf.setData(0, _KEY, page.KEY)
        leaf.setSizeHint(0, QSize(0, style.ROW_HEIGHT[style.Density.COMPACT] + 2))
        leaf.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        leaf.setFont(1, style.font(style.SECONDARY))
        leaf.setIcon(0, icons.icon(page.ICON, Tone.QUIET))
        return leaf

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        self.filter.setMaximumWidth(_WIDTH)
        self.filter.setMinimumWidth(0)
        words.bind(self.filter, self.filter.setPlaceholderText, Label("查找登记册", "Find a register"))
        words.name(self.filter, Label("查找登记册", "Find a register"))
        style.role(self.tree, style.Role.PANE)
        words.name(self.tree, Label("登记册的种类", "Kinds of records"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(style.NORMAL)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)

    def _name(self) -> None:
        for group in self._groups:
            self._branches[group.key].setText(0, words.say(group.label))
            for page in group.pages:
                self._leaves[page.KEY].setText(0, words.say(page.TITLE))
                self._leaves[page.KEY].setToolTip(0, words.say(page.TITLE))

    def _on_searched(self, typed: str) -> None:
        for group in self._groups:
            matches = [page.KEY for page in group.pages if _matches(typed, group, page)]
            self._branches[group.key].setHidden(not matches)
            for page in group.pages:
                self._leaves[page.KEY].setHidden(page.KEY not in matches)
            if typed and matches:
                self._branches[group.key].setExpanded(True)

    def _on_downwards(self) -> None:
        """Into the list: to the first register that is left."""
        left = next((key for key, leaf in self._leaves.items() if not leaf.isHidden()), None)
        if left is not None:
            self.choose(left)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _KEY):
            self.chosen.emit(str(item.data(0, _KEY)))

    def _keep_folded(self) -> None:
        if not self.filter.text():
            memory.keep(_FOLDED, [key for key, branch in self._branches.items() if not branch.isExpanded()])


def _matches(typed: str, group: Group, page: type[RegisterPage]) -> bool:
    """By the words of either language, by pinyin and initials; the name of a group shows all of it."""
    said = partial(pinyin.full, person=False), partial(pinyin.initials, person=False)
    texts = [one for label in (page.TITLE, group.label) for one in (label.zh, label.en)]
    texts += [sound(page.TITLE.zh) for sound in said]
    return any(typed.casefold() in text.casefold() for text in texts)
