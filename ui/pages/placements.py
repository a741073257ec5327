"""The placements: who goes where and when, letters and ledgers, dates corrected, changes, a placement cancelled."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from typing_extensions import override

from ptman import ledgers
from ptman.aspects.bases import opinions, practice_list
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import calling_off, cards, lists, placement_lists
from ui import day, records
from ui.actions import Action
from ui.around.seen import Seen
from ui.aspects.bases import change_deeds, change_list, ledger_dialog
from ui.aspects.bases.change_deeds import State
from ui.aspects.bases.change_hands import ChangeHands
from ui.aspects.bases.watched import Watched
from ui.desk import Desk
from ui.dialogs.reason import ReasonDialog
from ui.palette import Tone
from ui.pieces.chips import Chip
from ui.register_page import RegisterPage
from ui.registers import practice
from ui.registers.actions import first
from ui.registers.pane import Asked, Build
from ui.registers.view import CURRENT, choice, tagged_by

DATES = ("starts_on", "ends_on")
IN_PLACE = (*DATES, "post_name", "project_title", "agreement_id", "left_on", "reason")
CANCELLED = Label("这次派遣已经取消或终止。", "This placement is called off already.")
CANCEL = Label("取消派遣", "Cancel the placement")
WHAT = Label(
    "未派遣的标为“已取消”，已派遣的标为“已终止”，基地的名额随之空出。已发的派遣函不变；需要作废时请到文书页。这一步可以撤销。",
    "The placement is marked as cancelled, or as terminated where it was dispatched, and its seat is free again. "
    "A letter that went out stays as it is; void it on the letters page. This step can be undone.",
)


class PlacementsPage(RegisterPage):
    """Placements are made on the pairing page; here they are looked after."""

    KEY = "placements"
    NOUN = "placement"
    TITLE = Label("实践", "Placements")
    ICON = "briefcase"
    GUIDE = "placements"
    COUNTED = Label("{} 次派遣", "{} placements")
    EMPTY = Label(
        "这里列出谁在什么时候到哪个基地实践。先在配对页为学生安排基地。",
        "Who practises where and when stands here. Give students their bases on the pairing page first.",
    )
    EMPTY_ACTION = Label("去配对…", "Go to pairing…")
    BY_COHORT = True
    BUTTONS = ("open", "cancel")
    FIRST = (
        *("student_no", "name", "base", "starts_on", "ends_on", "letter", "academic", "industry", "status"),
        *("period", "months", "host", "post_name", "project_title", "place"),
    )
    HIDDEN = ("uscc", "practice_form", "arrangement", "category", "field", "industry_mobile", "placement_no")
    CHIPS: ClassVar[Sequence[Chip]] = (
        CURRENT,
        *(Chip(value, choice("placement", "status", value), value) for value in ("planned", "dispatched")),
        Chip("no-letter", Label("未发函", "No letter"), "no-letter"),
        Chip("starts-soon", Label("即将开始", "Starting soon"), "starts-soon"),
        Chip("cancelled", choice("placement", "status", "cancelled"), "cancelled"),
    )
    VIEWS: ClassVar[dict[str, Label]] = {
        "letter-due": Label("急需发函", "Letter due"),
        "agreement-due": Label("缺有效协议", "Agreement due"),
        "insurance-due": Label("保险未覆盖", "Insurance due"),
        "letter-issued": Label("已发函", "Letter issued"),
        "present": Label("正在实践", "Practising now"),
    }

    def __init__(self, desk: Desk) -> None:
        self.change = Watched(desk, lambda key: desk.read(opinions.standing, key, day.today()), self._on_steps_known)
        super().__init__(desk)
        self.hands = ChangeHands(desk, self)
        self.hands.told.connect(self._on_told)
        self.hands.told.connect(lambda _said: self.change.look_again())
        self.hands.outdated.connect(partial(self.page_asked.emit, "letters", "stale"))

    @override
    def blank_list(self) -> Listing:
        return placement_lists.PLACEMENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        listing = self.desk.read(lists.placements, day.today(), cohort, retired=True)
        known = {choice(self.NOUN, "status", value): value for value in ("planned", "dispatched")}
        return tagged_by(listing, "status", known)

    @override
    def asked(self, noun: str, key: str) -> Asked:
        self.change.look(key)
        return Asked(noun, key, IN_PLACE, self._more)

    @override
    def own_actions(self) -> Sequence[Action]:
        locked = first(lambda: self.desk.read_only, self.not_one, self._is_cancelled)
        return (
            *change_deeds.rows(self._do, self._why_not),
            Action(
                "dates",
                Label("更正日期(&D)…", "Correct &dates…"),
                self._on_dates,
                None,
                "Ctrl+D",
                "calendar",
                off_because=locked,
                separated=True,
            ),
            Action(
                "cancel",
                Label("取消派遣(&X)…", "&Call off…"),
                self._on_cancel,
                Label("取消这次派遣，写明原因", "Cancel this placement and say why"),
                icon="x",
                off_because=locked,
            ),
            Action(
                "letters",
                Label("去发派遣函(&L)…", "Go to &letters…"),
                partial(self.page_asked.emit, "letters", ""),
                None,
                "Ctrl+L",
                "mail",
                button=True,
            ),
        )

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if "cancelled" in row.tags:
            return Tone.QUIET
        if key in {"letter", "starts_on"}:
            return Tone.OVERDUE if "letter-due" in row.tags else Tone.SOON if "starts-soon" in row.tags else Tone.PLAIN
        return Tone.PLAIN

    @override
    def on_empty(self) -> None:
        self.page_asked.emit("pairing", "")

    def _more(self, seen: Seen) -> Build:
        """On the worker: the changes, and the practice of the student whose placement it is."""
        student = str(seen.card.values["student_id"])
        found = self.desk.read(ledgers.ledger, student, day.today())
        changes = change_list.read(self.desk, seen.card.id)
        ask = change_list.Asking(partial(self.hands.change, seen.card.id), self.desk.read_only)
        return lambda: (change_list.section(changes, self.show_record, ask), practice.section(found))

    def _why_not(self, key: str) -> Label | None:
        change = self.change
        return change_deeds.why_not(key, State(self.desk.read_only, self.not_one(), change.found, change.known))

    def _do(self, key: str) -> None:
        """What each action about changes and ledgers does, by its key."""
        if key == "ledgers":
            job = partial(self.desk.read, practice_list.practice_ledger, day.today(), self.cohorts.cohort())
            self.desk.work.ask(job, lambda listing: self.exporting.begin(listing, self.scope()))
            return
        _, chosen = self.chosen()
        if key == "ledger":
            self.desk.work.ask(
                partial(self.desk.read, cards.card, self.NOUN, chosen),
                lambda card: ledger_dialog.show(self.desk, self.hands, str(card.values["student_id"]), self.window()),
            )
        elif key == "change":
            self.hands.change(chosen)
        elif (standing := self.change.found) is not None:
            (self.hands.opinion if key == "opinion" else self.hands.carry)(standing)

    def _is_cancelled(self) -> Label | None:
        rows = self.selected_rows()
        return CANCELLED if rows and "cancelled" in rows[0].tags else None

    def _on_dates(self) -> None:
        records.show(self.desk, self.window(), *self.chosen(), DATES)

    def _on_cancel(self) -> None:
        noun, key = self.chosen()
        dialog = ReasonDialog(CANCEL, WHAT, CANCEL, self.window())
        dialog.given.connect(lambda reason: self._cancel(noun, key, reason))
        dialog.open()

    def _cancel(self, noun: str, key: str, reason: str) -> None:
        def job(_step: object) -> Label:
            card = self.desk.read(cards.card, noun, key)
            self.desk.write(calling_off.call_off, card.ref, day.today(), reason)
            return Label(f"已取消或终止 {card.title} 的派遣", f"Called off the placement {card.title}")

        self.desk.work.act(CANCEL, job, self.told.emit)
