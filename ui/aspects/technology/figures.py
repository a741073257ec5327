"""What the inspector shows of a technology contract: its checks, its payments, the students who work in it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.aspects.technology.reading import Contract, Instalment
from ptman.labels import Label, same
from ptman.listing import Value
from ptman.rules import measures
from ptman.rules.findings import Standing
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.facts import Facts
from ui.pieces.items import Item, Items
from ui.pieces.section import Section

Go = Callable[[str, str], object]
_NO_PAYMENTS = Label("还没有付款计划。在合同的“合同付款”中登记。", "No payments are planned; enter them under Payment.")
_NO_CHECKS = Label("没有需要核对的条款。", "There is nothing to be checked.")
_NO_STUDENTS = Label("项目里没有学生。", "No students work in the project.")


def sections(one: Contract, go: Go) -> Sequence[Section]:
    """Money first, for that is what is asked about."""
    money = one.money
    facts: list[tuple[Label, Value]] = [
        (Label("计划", "Planned"), measures.yuan(money.planned)),
        (Label("已开票", "Invoiced"), measures.yuan(money.invoiced)),
        (Label("已到账", "Received"), measures.yuan(money.received)),
    ]
    late = (Label("逾期未到", "Overdue"), measures.yuan(money.overdue), _tone(late=money.overdue > 0))
    figures = Facts([*facts, late])
    payments = [_payment(pay, go) for pay in one.instalments]
    people = [Item(same(name), Label("", ""), partial(go, "student", key)) for key, name in one.students]
    return (
        Section("technology/money", Label("款项（元）", "Money (yuan)"), figures),
        Section("technology/payments", Label("付款", "Payments"), Items(payments, _NO_PAYMENTS)),
        Section("technology/checks", Label("核对", "Checks"), _checks(one)),
        Section("technology/students", Label("参加学生", "Students"), Items(people, _NO_STUDENTS)),
    )


def _payment(pay: Instalment, go: Go) -> Item:
    status = pay.status.label
    day = pay.received_on or pay.planned_on
    title = Label(f"第 {pay.seq} 期 {measures.yuan(pay.planned)}", f"No. {pay.seq}: {measures.yuan(pay.planned)}")
    detail = status.plus(same(day.isoformat()), " · ")
    if pay.late:
        detail = detail.plus(Label("逾期", "overdue"), " · ")
    return Item(title, detail, partial(go, "contract_payment", pay.id), tone=_tone(late=pay.late))


def _checks(one: Contract) -> QWidget:
    """Each check by its name, and below it that it is met or what would cure it."""
    if not one.checks:
        return Items((), _NO_CHECKS)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.TIGHT)
    for test in one.checks:
        tone = Tone.DONE if test.met else Tone.OVERDUE if test.standing is Standing.NOT_YET else Tone.SOON
        said = test.cure if not test.met and test.cure else test.standing.label
        column.addWidget(text.paragraph(test.label, Tone.QUIET))
        column.addWidget(text.paragraph(said, tone))
    return box


def _tone(*, late: bool) -> Tone:
    return Tone.OVERDUE if late else Tone.QUIET
