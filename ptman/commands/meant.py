"""Which record the words of a command mean."""

from ptman import db
from ptman.errors import PtmanError
from ptman.register import lookup, titles


def record(opened: db.Database, noun: str, said: str) -> str:
    """The id of the one record that a number, a name or a part of one means; PtmanError `not-one-record`."""
    found = opened.read(lookup.links, noun, said, 3)
    exact = [key for key, title in found if said in {key, title, *title.split()}]
    if said and (len(exact) == 1 or len(found) == 1):
        return (exact or [found[0][0]])[0]
    what = titles.noun_class(noun).LABEL
    names = "、".join(title for _, title in found)
    raise PtmanError(
        "not-one-record",
        f"“{said}”不是唯一的一条{what.zh}{'：' + names if names else ''}。未作任何改动；请写编号。",
        f"{said} does not name one {what.en.lower()}{': ' + names if names else ''}. Nothing was changed; "
        "give its number.",
    )
