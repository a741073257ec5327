"""Academic and industry supervisors in one list: load, term, expertise, whom they guide."""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing, Load, Row
from ptman.register import lists, supervisor_lists
from ui import day, memory, words
from ui.actions import Action
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces.chips import Chip, Chips
from ui.register_page import RegisterPage
from ui.registers import supervisor, view
from ui.registers.pane import Asked
from ui.registers.view import CURRENT, RETIRED

ACADEMIC, INDUSTRY = "academic_supervisor", "industry_supervisor"
KINDS = (
    Chip("both", Label("全部导师", "Both kinds")),
    Chip(ACADEMIC, Label("校内", "Academic"), "academic"),
    Chip(INDUSTRY, Label("企业", "Industry"), "industry"),
)
KIND_WIDTH = 18
_KIND = "page/supervisors/kind"


class SupervisorsPage(RegisterPage):
    """Rows are known by `noun/id`; a switch shows one kind or both."""

    KEY = "supervisors"
    NOUN = ACADEMIC
    TITLE = Label("导师", "Supervisors")
    ICON = "users"
    GUIDE = "supervisors"
    COUNTED = Label("{} 位导师", "{} supervisors")
    EMPTY = Label(
        "这里列出校内导师和企业导师及其指导人数。先导入导师名册。",
        "Academic and industry supervisors stand here with their load. Import their lists first.",
    )
    EMPTY_ACTION = Label("导入工作簿…", "Import a workbook…")
    FIRST = ("number", "name", "kind", "unit", "load", "title_name", "term_end", "category_codes", "expertise")
    CHIPS: ClassVar[Sequence[Chip]] = (
        CURRENT,
        *(Chip(tag, label, tag) for tag, label in lists.TAGS["supervisors"]),
        RETIRED,
    )
    VIEWS: ClassVar[dict[str, Label]] = {"over": Label("超出名额", "Over capacity")}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kinds = Chips(KINDS)
        self.kinds.check(memory.text(_KIND))
        words.name(self.kinds, Label("导师类别", "Kind of supervisor"))
        self.kinds.chosen.connect(self._on_kind_chosen)
        cast("QHBoxLayout", self.head).insertWidget(1, self.kinds)

    @override
    def blank_list(self) -> Listing:
        return view.widened(supervisor_lists.BOTH, "kind", KIND_WIDTH)

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        listing = self.desk.read(lists.supervisors, day.today(), retired=True)
        return view.widened(listing, "kind", KIND_WIDTH)

    @override
    def load(self) -> Callable[[], Listing]:
        whole, tag = super().load(), next((chip.tag for chip in KINDS if chip.key == memory.text(_KIND)), "")

        def job() -> Listing:
            listing = whole()
            return listing.tagged(tag) if tag else listing

        return job

    @override
    def asked(self, noun: str, key: str) -> Asked:
        row = self.table.row(f"{noun}/{key}")
        load = row.cells[self.table.listing.index("load")] if row is not None else None
        around = supervisor.Around(
            self.desk, self.record_asked.emit, self.add_one, load if isinstance(load, Load) else None
        )
        return Asked(noun, key, supervisor.IN_PLACE[noun], around.read)

    @override
    def own_actions(self) -> Sequence[Action]:
        return (
            Action(
                "add-industry",
                Label("新增企业导师(&I)…", "New &industry supervisor…"),
                lambda: self.add_one(INDUSTRY, {}),
                None,
                "Ctrl+Shift+N",
                "plus",
                off_because=lambda: self.desk.read_only,
                button=True,
            ),
        )

    @override
    def go(self, place: str) -> None:
        """A view of all supervisors stands over both kinds."""
        if memory.text(_KIND) not in {"", KINDS[0].key}:
            self.kinds.check(KINDS[0].key)
            self._on_kind_chosen(KINDS[0].key)
        super().go(place)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if key == "term_end":
            return Tone.OVERDUE if "lapsed" in row.tags else Tone.SOON if "ending" in row.tags else Tone.PLAIN
        return Tone.QUIET if "retired" in row.tags else Tone.PLAIN

    @override
    def on_empty(self) -> None:
        self.page_asked.emit("import", "")

    def _on_kind_chosen(self, kind: str) -> None:
        memory.keep(_KIND, kind)
        self.refresh()
