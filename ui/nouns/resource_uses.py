"""The register of requests for shared resources: answered, begun, returned and judged."""

from collections.abc import Sequence

from typing_extensions import override

from ptman.aspects.resources import booking
from ptman.aspects.resources.booking import Numbers
from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists
from ui import day
from ui.actions import Action
from ui.aspects.resources import deeds
from ui.aspects.resources.hands import Hands
from ui.desk import Desk
from ui.noun_pages import NounPage, chips
from ui.registers.actions import first

_NO_USES = Label(
    "这里是对共享资源的申请、预约和使用。在“一周安排”中拖动即可预约。",
    "Requests, bookings and uses of shared resources. Drag in the week to book one.",
)


class UsesRegister(NounPage):
    """Requests to be answered, bookings to come, uses to be evaluated."""

    KEY = "registers/resource_use"
    NOUN = "resource_use"
    TITLE = Label("申请与使用", "Requests and uses")
    ICON = "calendar"
    GUIDE = "resources"
    EMPTY = _NO_USES
    EMPTY_ACTION = Label("新增申请…", "New request…")
    CHIPS = chips("resource_use")
    FIRST = (
        "use_no",
        "resource",
        "subject",
        "user_name",
        "unit",
        "starts_at",
        "ends_at",
        "headcount",
        "status",
        "score",
    )
    HIDDEN = ("person", "user_phone", "comment", "evaluated_on", "remark")
    BUTTONS = ("open", "evaluate")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hands = Hands(desk, self)
        self.hands.told.connect(self.told)

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.any_noun, self.NOUN, day.today(), retired=True)

    @override
    def own_actions(self) -> Sequence[Action]:
        why = first(lambda: self.desk.read_only, self.not_one, self._not_over)
        return deeds.uses(lambda: self.hands.evaluate(self.chosen()[1]), why)

    @override
    def add(self) -> None:
        self.ask(lambda: self.desk.read(booking.numbers, day.today()), self._on_numbers)

    def _not_over(self) -> Label | None:
        over = {"status=in_use", "status=returned"}
        return None if any(over & row.tags for row in self.selected_rows()) else deeds.NOT_OVER

    def _on_numbers(self, numbers: Numbers) -> None:
        self.add_one(self.NOUN, {"use_no": numbers.use, "headcount": 1})
