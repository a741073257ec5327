"""The three columns of a whole record: what it is, what is around it, what happened."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.fields import Field, Kind, Sensitivity
from ptman.labels import Choice, Label, same
from ptman.listing import Value
from ptman.register.agenda import Item as Due
from ptman.register.agenda import When
from ptman.register.cards import Card
from ptman.register.whole import Chapter, Line, Whole
from ptman.register.whole_past import Step
from ptman.rules import measures
from ui import day, style
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.facts import Fact, Facts
from ui.pieces.items import Item, Items
from ui.pieces.past_list import local
from ui.pieces.record_line import RecordLine
from ui.pieces.span_bars import SpanBars

Go = Callable[[str, str], object]
TONES = {When.OVERDUE: Tone.OVERDUE, When.WEEK: Tone.SOON, When.MONTH: Tone.SOON, When.LATER: Tone.QUIET}
MOST_DUE = 8
RETIRED = Label("已停用", "Retired")
DUE, TOWARDS = Label("到期与时限", "Agenda"), Label("所指", "Points to")
IN_TIME, NOTHING = Label("时间线", "In time"), Label("没有别的记录用到它。", "No other record refers to it.")
HISTORY = Label("历史（含周围的记录）", "History (with what is around)")
ALL = Label("显示全部", "Show all")


def own(found: Whole, go: Go) -> QWidget:
    """The fields of the record itself, what falls due around it, and what it points to."""
    parts: list[QWidget] = [Facts(list(_facts(found.card)))]
    if found.due:
        due = [_due(one, go) for one in found.due[:MOST_DUE]]
        count = len(found.due)
        parts += [text.small(Label(f"{DUE.zh} {count}", f"{DUE.en} {count}")), Items(due, NOTHING)]
    if found.towards:
        towards = [Item(same(one.title), one.label, partial(go, one.noun, one.id)) for one in found.towards]
        parts += [text.small(TOWARDS), Items(towards, NOTHING)]
    return _column(parts)


def around(found: Whole, go: Go, show_all: Callable[[], object]) -> QWidget:
    """Bars of what has a first and a last day, then every kind of record around."""
    parts: list[QWidget] = []
    if found.spans:
        parts += [text.small(IN_TIME), SpanBars(found.spans, day.today())]
    if not found.chapters:
        parts.append(text.paragraph(NOTHING, Tone.QUIET))
    for chapter in found.chapters:
        parts.append(_chapter(chapter, go))
    if any(chapter.total > len(chapter.lines) for chapter in found.chapters):
        more = button.plain(ALL, "chevron-down")
        more.clicked.connect(lambda: show_all())  # noqa: PLW0108 - clicked brings a flag
        parts.append(more)
    return _column(parts)


def past(steps: Sequence[Step], more: int) -> QWidget:
    """Every step that wrote one of these records, the newest first."""
    parts: list[QWidget] = [text.small(HISTORY), *(_step(one) for one in steps)]
    if more:
        parts.append(text.small(Label(f"还有更早的 {more} 次变更", f"{more} earlier changes")))
    return _column(parts)


def _facts(card: Card) -> Iterator[Fact]:
    """What is filled in; numbers that are guarded stay in the form."""
    for field in card.fields:
        value = card.values[field.key]
        if value in (None, "") or field.sensitivity is Sensitivity.GUARDED:
            continue
        yield field.label, _value(card, field, value)


def _value(card: Card, field: Field, value: Value) -> Value:
    if field.kind is Kind.LINK:
        return card.shown.get(field.key, str(value))
    return value.label if isinstance(value, Choice) else measures.cell(field.kind, value) or value


def _due(item: Due, go: Go) -> Item:
    detail = item.what.plus(same(item.day.isoformat()), " · ")
    return Item(same(item.title), detail, partial(go, item.noun, item.id), tone=TONES[item.when])


def _chapter(chapter: Chapter, go: Go) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, style.SMALL, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(text.line(_headed(chapter)))
    layout.addWidget(text.hairline())
    for line in chapter.lines:
        one = RecordLine(line.title, line.status or same(""), _dates(line), _tone(line))
        one.clicked.connect(partial(_go, go, line))
        layout.addWidget(one)
    left = chapter.total - len(chapter.lines)
    if left:
        layout.addWidget(text.small(Label(f"另有 {left} 条", f"{left} more")))
    return made


def _headed(chapter: Chapter) -> Label:
    head = Label(f"{chapter.label.zh} {chapter.total}", f"{chapter.label.en} {chapter.total}")
    if chapter.through is None:
        return head
    return Label(f"{head.zh}（经{chapter.through.zh}）", f"{head.en} (by {chapter.through.en.lower()})")


def _dates(line: Line) -> str:
    first, last = (one.isoformat() if one else "" for one in (line.starts_on, line.ends_on))
    return f"{first} – {last}" if last else first


def _tone(line: Line) -> Tone:
    over = line.ends_on is not None and line.ends_on < day.today()
    return Tone.QUIET if line.retired or over else Tone.PLAIN


def _go(go: Go, line: Line, _checked: object = None) -> None:
    go(line.noun, line.id)


def _step(step: Step) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(text.quiet(f"{local(step.at)} · {step.who}"))
    layout.addWidget(text.paragraph(step.sentence))
    zh, en = "、".join(one.zh for one in step.what), ", ".join(one.en for one in step.what)
    kinds = text.paragraph(Label(zh, en), Tone.QUIET)
    kinds.setFont(style.font(style.SECONDARY))
    layout.addWidget(kinds)
    return made


def _column(parts: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, style.SMALL, style.WIDE)
    layout.setSpacing(style.SMALL)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return made
