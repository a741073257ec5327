"""Where a record is looked after: the register of its kind with that row selected, or the record in full."""

from ptman.register.agenda import Item, When
from ui.nouns.groups import GROUPS

LETTERS = {True: "unreturned", False: "issued"}


def place(noun: str, key: str) -> tuple[str, str] | None:
    """The page and the place on it; None where the kind has no register of its own."""
    page = f"registers/{noun}"
    known = {one.KEY for group in GROUPS for one in group.pages}
    return ("registers", f"{page}#{key}") if page in known else None


def of_item(item: Item) -> tuple[str, str] | None:
    """Where something that falls due is cured; a letter that is awaited is logged as returned on the letters page."""
    if item.noun == "issued_document":
        return "letters", LETTERS[item.when is When.OVERDUE]
    return place(item.noun, item.id)
