"""Registers of personal data that goes to others: who agreed to what, and what was given to whom."""

from typing_extensions import override

from ptman.labels import Label
from ui.actions import Action
from ui.noun_pages import Group, NounPage, chips, noun_page

CHANGING = frozenset({"add", "retire", "delete", "merge"})


class DisclosuresPage(NounPage):
    """Written by the program alone, and never changed: nothing is added or taken away by hand."""

    KEY = "registers/disclosure"
    NOUN = "disclosure"
    TITLE = Label("对外提供记录", "Disclosures")
    ICON = "external-link"
    GUIDE = "giving"
    EMPTY = Label(
        "这里列出向其他单位提供过的名册：谁、何时、给谁、为什么、给了什么。在列表上按“对外提供…”即会记下。",
        "Here stands what was given to others: who, when, to whom, why and what. “Give away…” on a list writes it.",
    )
    CHIPS = chips("disclosure")
    HIDDEN = ("unmask_reason", "sensitive", "remark")

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return tuple(row for row in super().actions_offered() if row.key not in CHANGING)


GROUP = Group(
    "giving",
    Label("数据提供", "Data given"),
    (
        noun_page(
            "consent",
            Label("同意书", "Consents"),
            "check",
            first=("student", "purpose", "recipient", "recipient_kind", "given_on", "withdrawn_on"),
        ),
        DisclosuresPage,
    ),
)
