"""The row a dialog ends with: its buttons at the right, what belongs beside them at the left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import style


def of(*buttons: QWidget, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(style.SMALL)
    for part in left:
        made.addWidget(part)
    made.addStretch(1)
    for button in buttons:
        made.addWidget(button)
    return made
