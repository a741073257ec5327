"""The style sheet, whole: only what palette and Fusion cannot say."""

from string import Template

from ui.palette import Tones

_SHEET = Template("""
QToolTip { background: $paper; color: $ink; border: 1px solid $edge; padding: 4px 8px; }
QMenuBar { background: $ground; border-bottom: 1px solid $line; padding: 0 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $paper; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $off; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QPushButton, QToolButton { border: 1px solid $edge; border-radius: 6px; padding: 0 12px; background: $paper;
  color: $ink; min-height: 28px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $off; border-color: $line; background: transparent; }
QPushButton[role="primary"] { background: $accent_fill; border-color: $accent_fill; color: $on_fill; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; padding: 0 11px; min-height: 26px; }
QPushButton[role="primary"]:disabled { background: $hover; border-color: $hover; color: $off; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  border-color: transparent; background: transparent; padding: 0 8px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent; }
QToolButton[role="quiet"] { padding: 0 4px; min-height: 24px; }
QToolButton[role="fold"] { border-color: transparent; background: transparent; padding: 0 8px 0 0; min-height: 26px; }
QToolButton[role="fold"]:hover { background: $hover; }
QToolButton[role="fold"]:focus { border-color: $accent; }
QFileDialog QToolButton { padding: 0 4px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[role="chip"] { border: 1px solid transparent; border-radius: 13px; padding: 0 10px; background: $hover;
  min-height: 24px; max-height: 24px; color: $ink; }
QPushButton[role="chip"]:hover { border-color: $edge; }
QPushButton[role="chip"]:focus { border-color: $accent; }
QPushButton[role="chip"]:checked { background: $accent_fill; color: $on_fill; }
QPushButton[role="chip"]:checked:focus { border-color: $ink; }
QToolButton[role="rail"] { border: 1px solid transparent; background: transparent; padding: 0 12px 0 8px;
  min-height: 32px; text-align: left; color: $ink; }
QToolButton[role="rail"][dense="true"] { min-height: 28px; }
QToolButton[role="rail"]:hover { background: $hover; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent; }
QToolButton[role="rail"]:focus { border-color: $accent; }

QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QLineEdit, QPlainTextEdit, QComboBox { border: 1px solid $edge; border-radius: 6px; background: $paper; color: $ink;
  padding: 0 8px; min-height: 28px; selection-background-color: $accent_fill; selection-color: $on_fill; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border-color: $overdue; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $ground;
  border-color: $line; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover { border: none; background: transparent; padding: 0;
  min-height: 0; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $quiet;
  background: $paper; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent_fill; border-color: $accent_fill; image: url("$tick"); }
QRadioButton::indicator:checked { border: 5px solid $accent_fill; width: 6px; height: 6px; background: $on_fill; }
QTreeWidget::indicator, QListWidget::indicator { width: 14px; height: 14px; border: 1px solid $quiet;
  border-radius: 3px; background: $paper; }
QTreeWidget::indicator:checked, QListWidget::indicator:checked { background: $accent_fill; border-color: $accent_fill;
  image: url("$tick"); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $edge; outline: none; padding: 4px; }

QTableView, QListView, QTreeView { background: $paper; outline: none; border: none; }
QListView::item { border-radius: 6px; padding: 0 8px; min-height: 30px; }
QListView[role="pane"] { background: transparent; }
QListView::item:selected { background: $accent_soft; color: $ink; }
QListView::item:hover:!selected { background: $hover; }
QHeaderView { background: $paper; }
QHeaderView::section { background: $paper; color: $quiet; border: none; border-bottom: 1px solid $line;
  padding: 0 8px; }
QHeaderView::section:hover { color: $ink; background: $hover; }
QTableCornerButton::section { background: $paper; border: none; border-bottom: 1px solid $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $off; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; width: 0; height: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QDialog[role="float"] { border: 1px solid $edge; }
QFrame[role="line"] { background: $line; border: none; }
QWidget[role="paper"] { background: $paper; }
QWidget[role="pane"] { background: $ground; }
QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent_fill; border-radius: 3px; }
""")


def written(tones: Tones, chevron: str, tick: str) -> str:
    """The sheet in one theme's colours; `chevron` and `tick` are the files of the drop-down arrow and the tick."""
    return _SHEET.substitute(tones.by_name(), chevron=chevron, tick=tick)
