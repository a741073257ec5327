"""What stands above the drawn week: to the weeks before and after, which week it is, and how to go about it."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptman.aspects.resources.week import DAYS, Bookable
from ptman.labels import Label
from ui import day, style, words
from ui.actions import Actions
from ui.aspects.resources import week_spans
from ui.aspects.resources.week_paint import Scene
from ui.pieces import button, text

WAYS = ("before", "now", "after")
HINT = Label(
    "拖动空白处预约；拖动色块改时间，拖它的上下边改起止。\n键盘：方向键移动，Shift+↓ 选时段，Alt+方向键移动预约，"
    "Alt+Shift+↑↓ 改结束时间，空格换一项，回车确定，Esc 放弃。",
    "Drag a free hour to book it, a block to move it, its edge to stretch it.\nKeys: arrows go, Shift+↓ spans, "
    "Alt+arrows move a booking, Alt+Shift+↑↓ its end, Space the next one, Enter confirms, Esc gives up.",
)
SHORT = Label("拖动即可预约、移动、改起止；批准后占用时间", "Drag to book, move or stretch; approval takes the time")


class WeekBar(QWidget):
    def __init__(self, acts: Actions) -> None:
        super().__init__()
        self.span = text.Text(style.TITLE)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, style.TIGHT)
        bar.setSpacing(style.TIGHT)
        for row, action in acts.all():
            if row.key in WAYS:
                way = button.quiet(row.text, row.icon)
                way.clicked.connect(action.trigger)
                bar.addWidget(way)
        bar.addSpacing(style.SMALL)
        bar.addWidget(self.span)
        bar.addStretch(1)
        hint = text.small(SHORT)
        words.bind(hint, hint.setToolTip, HINT)
        bar.addWidget(hint)

    def show_week(self, monday: date) -> None:
        last = monday + timedelta(days=DAYS - 1)
        self.span.setText(f"{monday.isoformat()} – {last.isoformat()}")


def scene(monday: date, booked_next: Bookable | None) -> Scene:
    """What the week is drawn on: today, this moment where it lies in the week, the hours of what is booked next."""
    today, now = day.today(), datetime.now().astimezone().replace(tzinfo=None)
    this = monday <= today < monday + timedelta(days=DAYS) and now.date() == today
    opens, closes = (booked_next.opens, booked_next.closes) if booked_next is not None else (None, None)
    return Scene(
        monday,
        today,
        now if this else None,
        week_spans.minute(opens) if opens is not None else 0,
        week_spans.minute(closes) if closes is not None else week_spans.DAY,
    )
