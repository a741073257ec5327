"""The registers of nouns that have no page of their own, each drawn from the declarations of its fields."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists, plain_lists, titles
from ui import day
from ui.pieces.chips import Chip
from ui.register_page import RegisterPage
from ui.registers.view import CURRENT, RETIRED

_EMPTY = Label("这里还没有记录。", "There are no records here yet.")


@dataclass(frozen=True, slots=True)
class Group:
    """Registers that stand together in the tree: those of one aspect, of the main job, of the office's settings."""

    key: str
    label: Label
    pages: Sequence[type[RegisterPage]]


class NounPage(RegisterPage):
    """A register drawn from the fields of its noun alone."""

    ICON = "database"
    GUIDE = "registers"
    EMPTY = _EMPTY
    QUIET_CHIPS = True

    @override
    def blank_list(self) -> Listing:
        return replace(plain_lists.blank(self.NOUN), title=self.TITLE)

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        found = self.desk.read(lists.any_noun, self.NOUN, day.today(), retired=True)
        return replace(found, title=self.TITLE)


def noun_page(
    noun: str, title: Label, icon: str = "database", *, first: Sequence[str] = (), hidden: Sequence[str] = ()
) -> type[NounPage]:
    """A page over one noun; the title, in the plural, stands over its list.

    `first` are the columns to stand first, `hidden` those that wait in the chooser until they are wanted. The chips
    are those that the noun's class declares.
    """
    one = titles.noun_class(noun).LABEL
    about = {
        "KEY": f"registers/{noun}",
        "NOUN": noun,
        "TITLE": title,
        "ICON": icon,
        "EMPTY_ACTION": Label(f"新增{one.zh}…", f"New {one.en.lower()}…"),
        "CHIPS": chips(noun),
        "FIRST": first,
        "HIDDEN": hidden,
    }
    return type(f"{noun.title().replace('_', '')}Page", (NounPage,), about)


def chips(name: str) -> tuple[Chip, ...]:
    """All, each question an office asks of the list of that name, and what is retired."""
    return (CURRENT, *(Chip(tag, label, tag) for tag, label in lists.tags(name)), RETIRED)
