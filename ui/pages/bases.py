"""The training bases: seats, agreements, host and contacts; visits, checks, evaluations and plaques."""

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from ptman.aspects.bases import base_work
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import base_lists, lists
from ui import day
from ui.actions import Action
from ui.around.seen import Seen
from ui.aspects.bases import base_deeds, base_sections
from ui.aspects.bases.base_deeds import State
from ui.aspects.bases.base_hands import BaseHands
from ui.aspects.bases.watched import Watched
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces.chips import Chip
from ui.pieces.section import Section
from ui.register_page import RegisterPage
from ui.registers.base import IN_PLACE, Around
from ui.registers.pane import Asked, Build
from ui.registers.view import CURRENT, RETIRED


class BasesPage(RegisterPage):
    """Seats are those of the chosen cohort's periods, or of all that have not ended."""

    KEY = "bases"
    NOUN = "training_base"
    TITLE = Label("基地", "Bases")
    ICON = "factory"
    GUIDE = "bases"
    COUNTED = Label("{} 个基地", "{} bases")
    EMPTY = Label(
        "这里列出实践基地及其容量和协议。先导入基地名单，或逐个新增。",
        "Training bases stand here with their seats and agreements. Import their list, or add them.",
    )
    EMPTY_ACTION = Label("导入工作簿…", "Import a workbook…")
    BY_COHORT = True
    BUTTONS = ("open", "visit", "evaluate")
    FIRST = (
        *("base_no", "name", "host_organisation", "load", "agreement_no", "valid_to", "status", "base_kind", "level"),
        *("contact_name", "contact_phone", "address", "present", "received"),
    )
    HIDDEN = ("uscc", "org_type", "region_code", "signed_on", "plaque_on", "campus_leader", "host_leader")
    CHIPS: ClassVar[Sequence[Chip]] = (
        CURRENT,
        *(Chip(tag, label, tag) for tag, label in lists.TAGS["bases"]),
        RETIRED,
    )
    VIEWS: ClassVar[dict[str, Label]] = {"over": Label("超出容量", "Over capacity")}

    def __init__(self, desk: Desk) -> None:
        self.work = Watched(desk, lambda key: desk.read(base_work.work, key), self._on_steps_known)
        super().__init__(desk)
        self.hands = BaseHands(self.doing, self)
        self.hands.told.connect(self._on_told)
        self.hands.told.connect(lambda _said: self.work.look_again())

    @override
    def blank_list(self) -> Listing:
        return base_lists.BASES

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.bases, day.today(), cohort, retired=True)

    @override
    def asked(self, noun: str, key: str) -> Asked:
        self.work.look(key)
        return Asked(noun, key, IN_PLACE, self._more)

    @override
    def own_actions(self) -> Sequence[Action]:
        return (
            *base_deeds.rows(self._do, self._why_not),
            Action(
                "import",
                Label("导入基地(&I)…", "&Import bases…"),
                self.on_empty,
                icon="upload",
                off_because=lambda: self.desk.read_only,
                separated=True,
            ),
        )

    def _more(self, seen: Seen) -> Build:
        """On the worker: seats, agreements and host, then the work with the base."""
        around = Around(self.desk, self.record_asked.emit, self.add_one, self.cohorts.cohort())
        first, found = around.read(seen), base_sections.read(self.desk, seen.card.id)
        return lambda: _ordered(first(), base_sections.sections(seen.card, found, self.show_record))

    def _why_not(self, key: str) -> Label | None:
        return base_deeds.why_not(key, State(self.desk.read_only, self.not_one(), self.work.found))

    def _do(self, key: str) -> None:
        """What each action of the work with a base does, by its key."""
        if (work := self.work.found) is not None:
            deeds = {
                "visit": self.hands.visit,
                "check": self.hands.check,
                "evaluate": self.hands.evaluate,
                "grade": self.hands.grade,
                "plaque": self.hands.plaque,
                "unplaque": self.hands.unplaque,
            }
            deeds[key](work)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if key in {"agreement_no", "valid_to"}:
            if "no-agreement" in row.tags:
                return Tone.OVERDUE
            return Tone.SOON if "agreement-ending" in row.tags else Tone.PLAIN
        return Tone.QUIET if "retired" in row.tags else Tone.PLAIN

    @override
    def on_empty(self) -> None:
        self.page_asked.emit("import", "")


def _ordered(around: Sequence[Section], work: Sequence[Section]) -> tuple[Section, ...]:
    """Seats and agreements first, for they decide whether anybody can be sent; host and students below the work."""
    return (*around[:2], *work, *around[2:])
