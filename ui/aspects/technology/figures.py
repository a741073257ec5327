"""What the inspector shows of a technology contract: money, payments, checks, parties, rights, who works in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ptman.aspects.technology.reading import Contract, Instalment
from ptman.labels import Choice, Label, same
from ptman.listing import Value
from ptman.register import cards
from ptman.register.cards import Card
from ptman.rules import measures
from ptman.rules.findings import Standing
from ui import style
from ui.desk import Desk
from ui.form_link import Link
from ui.palette import Tone
from ui.pieces import items as lines
from ui.pieces import text
from ui.pieces.facts import Facts
from ui.pieces.items import Item, Items
from ui.pieces.section import Section
from ui.registers import related

_NO_PARTIES = Label("除买卖双方外没有登记其他方。", "No party beside buyer and seller.")
_NO_RIGHTS = Label("没有登记知识产权。", "No rights are entered.")

Go = Callable[[str, str], object]
Add = Callable[[str, Mapping[str, object]], object]


@dataclass(frozen=True, slots=True)
class Around:
    """What belongs to a contract beside its money, and what the window can do about it."""

    card: Card
    parties: tuple[Card, ...]
    rights: tuple[Card, ...]
    project: Card | None
    members: tuple[Card, ...]
    go: Go
    add: Add
    locked: Label | None


def read(desk: Desk, card: Card, go: Go, add: Add) -> Around:
    """On the worker."""
    project = card.values["project_id"]
    members = related.pointing(desk, "tech_member", "project_id", str(project)) if project else ()
    return Around(
        card,
        related.pointing(desk, "tech_party", "contract_id", card.id),
        related.pointing(desk, "tech_right", "contract_id", card.id),
        desk.read(cards.card, "tech_project", str(project)) if project else None,
        members,
        go,
        add,
        desk.read_only,
    )


_NO_PAYMENTS = Label("还没有付款计划。在合同的“合同付款”中登记。", "No payments are planned; enter them under Payment.")
_NO_CHECKS = Label("没有需要核对的条款。", "There is nothing to be checked.")
_NO_STUDENTS = Label("项目里没有成员。", "Nobody works in the project.")
_NO_PROJECT = Label("没有关联技术项目；打开合同填写。", "No project is linked; open the contract and name it.")


def sections(one: Contract, around: Around) -> Sequence[Section]:
    """Money first, for that is what is asked about."""
    return (
        Section("technology/money", Label("款项（元）", "Money (yuan)"), _money(one)),
        Section("technology/payments", Label("付款", "Payments"), _payments(one, around)),
        Section("technology/checks", Label("核对", "Checks"), _checks(one)),
        Section("technology/parties", Label("各方", "Parties"), _parties(one, around)),
        Section("technology/rights", Label("知识产权", "Rights"), _rights(around)),
        Section("technology/students", Label("项目和成员", "Project and members"), _members(around)),
    )


def _money(one: Contract) -> Facts:
    money = one.money
    facts: list[tuple[Label, Value]] = [
        (Label("计划", "Planned"), measures.yuan(money.planned)),
        (Label("已开票", "Invoiced"), measures.yuan(money.invoiced)),
        (Label("已到账", "Received"), measures.yuan(money.received)),
    ]
    return Facts([*facts, (Label("逾期未到", "Overdue"), measures.yuan(money.overdue), _tone(late=money.overdue > 0))])


def _payments(one: Contract, around: Around) -> Items:
    preset = _whole(around) | {"seq": len(one.instalments) + 1}
    adding = _adding(around, Label("新增付款…", "New payment…"), "contract_payment", preset)
    return Items([_payment(pay, around.go) for pay in one.instalments], _NO_PAYMENTS, [adding])


def _parties(one: Contract, around: Around) -> Items:
    """Buyer and seller stand in the contract itself; further ones beside it."""
    go = around.go
    sides = ((Label("买方", "Buyer"), one.buyer), (Label("卖方", "Seller"), one.seller))
    items = [Item(name, side, partial(go, "tech_contract", one.id)) for side, name in sides]
    for card in around.parties:
        signed = card.values["signed_on"]
        detail = same(str(card.values["capacity"]))
        if signed is not None:
            detail = detail.plus(Label(f"{signed} 签署", f"signed {signed}"), " · ")
        items.append(Item(same(str(card.values["name"])), detail, partial(go, card.noun, card.id)))
    preset = _whole(around) | {"seq": len(around.parties) + 1}
    return Items(items, _NO_PARTIES, [_adding(around, Label("新增合同方…", "New party…"), "tech_party", preset)])


def _rights(around: Around) -> Items:
    items = [_right(card, around.go) for card in around.rights]
    preset = _whole(around) | {"seq": len(around.rights) + 1}
    return Items(items, _NO_RIGHTS, [_adding(around, Label("新增权利…", "New right…"), "tech_right", preset)])


def _right(card: Card, go: Go) -> Item:
    kind, number = card.values["kind"], card.values["number"]
    detail = kind.label if isinstance(kind, Choice) else same("")
    if number:
        detail = detail.plus(same(str(number)), " · ")
    return Item(same(str(card.values["title"])), detail, partial(go, card.noun, card.id))


def _members(around: Around) -> Items:
    """The project, then who works in it; a student opens as a student."""
    go, project = around.go, around.project
    if project is None:
        return Items((), _NO_PROJECT)
    items = [Item(same(project.title), Label("技术项目", "Project"), partial(go, project.noun, project.id))]
    for card in around.members:
        role, student, task = (card.values[key] for key in ("role", "student_id", "task"))
        detail = role.label if isinstance(role, Choice) else same("")
        if task:
            detail = detail.plus(same(str(task)), " · ")
        run = partial(go, "student", str(student)) if student else partial(go, card.noun, card.id)
        items.append(Item(same(str(card.values["name"])), detail, run))
    preset = {"project_id": Link(project.id, project.title), "seq": len(around.members) + 1}
    return Items(items, _NO_STUDENTS, [_adding(around, Label("新增成员…", "New member…"), "tech_member", preset)])


def _whole(around: Around) -> dict[str, object]:
    return {"contract_id": Link(around.card.id, around.card.title)}


def _adding(around: Around, label: Label, noun: str, preset: Mapping[str, object]) -> QPushButton:
    return lines.adding(label, lambda: around.add(noun, preset), around.locked)


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
