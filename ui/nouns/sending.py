"""The register of workbooks that are out: since when, who has not answered; again, a reminder, withdrawn."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from ptman.export.sending import store
from ptman.labels import Label
from ui import day, words
from ui.actions import Action
from ui.noun_pages import Group, NounPage, chips
from ui.registers.actions import first

CHANGING = frozenset({"add", "retire", "delete", "merge"})
NOT_OUT = Label("这份工作簿已不在等待返回。", "This workbook is not awaited any more.")


class WorkbooksOutPage(NounPage):
    """Written by sending and by importing what comes back."""

    KEY = "registers/workbook_out"
    NOUN = "workbook_out"
    TITLE = Label("发出的工作簿", "Workbooks out")
    ICON = "upload"
    GUIDE = "sending"
    EMPTY = Label(
        "这里列出发给别人填写的工作簿：给谁、何时、返回没有。在名册上按“发给对方填写…”即可发出；发回后照常导入。",
        "Here stand the workbooks sent to be filled in: to whom, when, and whether they are back. Press “Send to be "
        "filled in…” on a list; when one is back, import it as usual.",
    )
    EMPTY_ACTION = Label("去实践…", "Go to placements…")
    CHIPS = chips("workbook_out")
    BUTTONS = ("again", "remind", "withdraw")
    FIRST = ("number", "recipient", "status", "due_on", "sent_on", "answered_on", "title", "rows_sent")
    HIDDEN = ("organisation", "contact", "person", "note")

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return tuple(row for row in super().actions_offered() if row.key not in CHANGING)

    @override
    def own_actions(self) -> Sequence[Action]:
        out = first(self.not_one, self._not_out)
        return (
            Action(
                "again",
                Label("再存一份(&A)…", "Save &again…"),
                lambda: self.sending.again(self.chosen()[1]),
                Label("再存同一份工作簿，重新发给对方", "Save the very same workbook, to be handed over again"),
                icon="save",
                off_because=self.not_one,
            ),
            Action(
                "remind",
                Label("复制催报文字(&R)", "Copy a &reminder"),
                self._on_remind,
                Label(
                    "把催报的话复制到剪贴板，贴到邮件或微信里", "Copy the words of a reminder, to paste into a message"
                ),
                icon="mail",
                off_because=out,
            ),
            Action(
                "withdraw",
                Label("撤回(&W)", "&Withdraw"),
                self._on_withdraw,
                Label("不再等它返回；若仍发回，逐行核对", "No longer await it; if it comes back, look at each row"),
                icon="undo-2",
                off_because=first(lambda: self.desk.read_only, out),
            ),
        )

    @override
    def on_empty(self) -> None:
        self.page_asked.emit("placements", "")

    def _not_out(self) -> Label | None:
        rows = self.selected_rows()
        return None if rows and "status=out" in rows[0].tags else NOT_OUT

    def _on_remind(self) -> None:
        self.ask(partial(self.desk.read, store.reminder, self.chosen()[1], day.today()), self._on_worded)

    def _on_worded(self, said: Label) -> None:
        QGuiApplication.clipboard().setText(words.say(said))
        self.told.emit(Label("催报文字已复制", "The reminder is copied"))

    def _on_withdraw(self) -> None:
        key = self.chosen()[1]

        def job(_step: object) -> Label:
            self.desk.write(store.withdraw, key)
            return Label("已撤回", "Withdrawn")

        self.desk.work.act(Label("撤回", "Withdrawing"), job, self.told.emit)


GROUP = Group("sending", Label("发出与收回", "Sent out"), (WorkbooksOutPage,))
