"""Selected rows as runs: Qt merges single rows one by one, which takes seconds for thousands."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QItemSelectionRange


def places(chosen: QItemSelectionModel) -> list[int]:
    """The selected lines, from top to bottom."""
    found = chosen.selection()
    spans = (found.at(at) for at in range(found.size()))
    return sorted({place for span in spans for place in range(span.top(), span.bottom() + 1)})


def selection(model: QAbstractItemModel, lines: Iterable[int]) -> QItemSelection:
    """These whole lines, as few ranges as there are gaps."""
    last = model.columnCount() - 1
    made = QItemSelection()
    for first, end in runs(lines):
        made.append(QItemSelectionRange(model.index(first, 0), model.index(end, last)))
    return made


def runs(lines: Iterable[int]) -> list[tuple[int, int]]:
    """Lines as runs without gaps: first and last of each."""
    found: list[tuple[int, int]] = []
    for line in sorted(set(lines)):
        if found and line == found[-1][1] + 1:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return found
