"""What cannot be sent, and why, before anything is written."""

from collections.abc import Iterable, Mapping
from datetime import date

from ptman.errors import PtmanError
from ptman.export.sending.request import Request
from ptman.labels import Label
from ptman.listing import Listing
from ptman.roundtrip import rights
from ptman.roundtrip.rights import Right


def checked(listing: Listing, request: Request, today: date) -> tuple[Right, ...]:
    """The rights asked for; PtmanError where the list, the rows, the recipient or the columns make no workbook."""
    if not rights.of(listing.noun):
        raise PtmanError(
            "list-not-sendable",
            f"“{listing.title.zh}”没有可以请对方填写的列，未发出。",
            f"“{listing.title.en}” has no column that others may fill in. Nothing was sent.",
        )
    if not request.recipient.name.strip():
        raise PtmanError("no-recipient", "请填写收件人，未发出。", "Name the recipient. Nothing was sent.")
    if not listing.records:
        raise PtmanError(
            "no-rows", "这个范围里没有记录，未发出。", "There is no record in this choice. Nothing was sent."
        )
    if request.due_on is not None and request.due_on < today:
        raise PtmanError(
            "due-past",
            "应返回的日期已经过去，未发出；请改为今天或以后。",
            "The day it is due back has passed. Nothing was sent; choose today or later.",
        )
    for key in request.columns:
        if not listing.has(key):
            raise _unknown(key, listing, [column.key for column in listing.columns])
    return tuple(_right(listing, key) for key in _some(request.fill))


def open_to(name: str, given: Iterable[Right], closed: Mapping[str, Label]) -> None:
    """PtmanError `nothing-to-choose` where a link is asked for that offers this recipient nothing."""
    for right in given:
        if (why := closed.get(right.key)) is not None:
            label = right.field.label
            raise PtmanError(
                "nothing-to-choose",
                f"“{label.zh}”不能请“{name}”填写：{why.zh}。未发出；请不要选这一列，或从列表中选收件人。",
                f"“{label.en}” cannot be filled in by “{name}”: {why.en}. Nothing was sent; leave this column out, or "
                "choose the recipient from the list.",
            )


def _some(fill: tuple[str, ...]) -> tuple[str, ...]:
    if not fill:
        raise PtmanError(
            "nothing-to-fill",
            "没有选择可填写的列，未发出；至少选一列。",
            "No column may be filled in. Nothing was sent; choose at least one.",
        )
    return fill


def _right(listing: Listing, key: str) -> Right:
    found = rights.named(listing.noun, key)
    if found is None:
        raise _unknown(key, listing, [right.column for right in rights.of(listing.noun)])
    return found


def _unknown(key: str, listing: Listing, known: list[str]) -> PtmanError:
    return PtmanError(
        "no-column",
        f"“{listing.title.zh}”没有可用的列“{key}”，未发出。可用的有：{'、'.join(known)}。",
        f"“{listing.title.en}” has no such column: {key}. Nothing was sent. There are: {', '.join(known)}.",
    )
