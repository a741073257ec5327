"""Registers of shared teaching resources: the catalogue, requests and uses, certified instructors."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ptman.aspects.resources import booking, catalogue, papers
from ptman.aspects.resources.booking import Numbers
from ptman.labels import Label
from ptman.listing import Listing, Row
from ui import day, style
from ui.actions import Action
from ui.aspects.resources import deeds
from ui.aspects.resources.hands import Hands
from ui.desk import Desk
from ui.form_link import Link
from ui.list_page import ALL
from ui.noun_pages import Group, NounPage, noun_page
from ui.nouns.resource_uses import UsesRegister
from ui.palette import Tone
from ui.pieces.chips import Chip, Chips
from ui.registers.actions import first
from ui.registers.view import CURRENT, RETIRED

OF_ONE_KIND = (
    *("opens_at", "closes_at", "course_code", "hours", "credits", "delivery", "is_ict", "ict_code", "authors"),
    *("source", "teaching_note", "authorised", "library_no", "library_on", "isbn", "publisher", "edition", "vendor"),
    *("level", "ip_owner", "licence_terms", "summary", "remark", "url", "contact_phone", "category", "valid_from"),
)
"""Columns that wait in the chooser: most of them stay blank for most kinds."""
_EMPTY = Label(
    "这里是本院与合作单位共享的课程、案例、实验室、许可等。先登记一项，或从工作簿导入。",
    "Courses, cases, laboratories, licences: whatever we and our partners share. Enter one, or import a workbook.",
)


class ResourcesRegister(NounPage):
    """The catalogue; two lines of chips ask together: of which kind, and whose or in which state."""

    KEY = "registers/teaching_resource"
    NOUN = "teaching_resource"
    TITLE = catalogue.TITLE
    ICON = "book-open"
    GUIDE = "resources"
    EMPTY = _EMPTY
    EMPTY_ACTION = Label("登记教学资源…", "New teaching resource…")
    CHIPS = (CURRENT, *(Chip(key, label, key) for key, label in catalogue.kinds()), RETIRED)
    FIRST = ("resource_no", "name", "kind", "owner", "status", "share_scope", "capacity", "valid_to", "uses", "score")
    HIDDEN = OF_ONE_KIND
    BUTTONS = ("open", "book")

    def __init__(self, desk: Desk) -> None:
        self.more = Chips((ALL, *(Chip(key, label, key) for key, label in catalogue.others())))
        super().__init__(desk)
        self.hands = Hands(desk, self)
        line = QHBoxLayout()
        line.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        line.addWidget(self.more, 1)
        line.addWidget(self.search)
        self.frame.insertLayout(2, line)
        self.more.chosen.connect(self._on_chip_chosen)
        self.chips.chosen.connect(self._on_kind)
        self.hands.told.connect(self.told)

    @override
    def blank_list(self) -> Listing:
        return catalogue.blank()

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(catalogue.catalogue, day.today())

    @override
    def own_actions(self) -> Sequence[Action]:
        return deeds.catalogue(self._on_book, self._on_paper, first(lambda: self.desk.read_only, self.not_one))

    @override
    def add(self) -> None:
        self.ask(lambda: self.desk.read(booking.numbers, day.today()), self._on_numbers)

    @override
    def go(self, place: str) -> None:
        self.more.check(ALL.key)
        super().go(place)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if key != "valid_to":
            return Tone.PLAIN
        return Tone.OVERDUE if "over" in row.tags else Tone.SOON if "ending" in row.tags else Tone.PLAIN

    @override
    def _on_loaded(self, listing: Listing) -> None:
        super()._on_loaded(listing)
        self._count_more()

    @override
    def _on_chip_chosen(self) -> None:
        """What both lines of chips ask together."""
        super()._on_chip_chosen()
        kind, other = self.chips.checked(), self.more.checked()
        if kind is not None and other is not None and other.tag:
            self.table.show_tag(kind.tag + catalogue.BETWEEN + other.tag)

    def _on_kind(self, _key: str) -> None:
        self._count_more()

    def _count_more(self) -> None:
        """How many each chip of the second line would leave of the kind that is asked."""
        kind = self.chips.checked() or CURRENT
        counts = {ALL.key: len(self.table.listing.tagged(kind.tag).rows)}
        for key, _ in catalogue.others():
            counts[key] = len(self.table.listing.tagged(kind.tag + catalogue.BETWEEN + key).rows)
        self.more.show_counts(counts, quiet=True)

    def _on_numbers(self, numbers: Numbers) -> None:
        self.add_one(self.NOUN, {"resource_no": numbers.resource})

    def _on_book(self) -> None:
        (row,) = self.selected_rows()
        link = Link(row.id, str(row.cells[self.table.listing.index("name")]))
        self.hands.book(link, None, lambda _: self.page_asked.emit("resources", UsesRegister.KEY))

    def _on_paper(self) -> None:
        self.hands.paper(papers.CATALOGUE, papers.catalogue_of)


GROUP = Group(
    "resources",
    Label("教学资源", "Teaching resources"),
    (
        ResourcesRegister,
        UsesRegister,
        noun_page(
            "instructor",
            Label("认证讲师", "Instructors"),
            "user-check",
            first=("name", "unit", "level", "direction", "valid_until"),
            hidden=("phone", "remark"),
        ),
    ),
)
