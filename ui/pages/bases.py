"""The training bases: seats against students, agreements, the host with its former names and contacts."""

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import base_lists, lists
from ui import day
from ui.actions import Action
from ui.palette import Tone
from ui.pieces.chips import Chip
from ui.register_page import RegisterPage
from ui.registers.base import IN_PLACE, Around
from ui.registers.pane import Asked
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

    @override
    def blank_list(self) -> Listing:
        return base_lists.BASES

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.bases, day.today(), cohort, retired=True)

    @override
    def asked(self, noun: str, key: str) -> Asked:
        around = Around(self.desk, self.record_asked.emit, self.add_one, self.cohorts.cohort())
        return Asked(noun, key, IN_PLACE, around.read)

    @override
    def own_actions(self) -> Sequence[Action]:
        return (
            Action(
                "import",
                Label("导入基地(&I)…", "&Import bases…"),
                self.on_empty,
                icon="upload",
                off_because=lambda: self.desk.read_only,
                separated=True,
            ),
        )

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
