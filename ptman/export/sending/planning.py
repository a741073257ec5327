"""What a workbook would give away when it is sent: its columns, its rows, and who is left out; nothing changes."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from ptman.export.giving import planning, recipients
from ptman.export.giving.wish import Recipient, Wish
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.sending import refusals
from ptman.export.sending import request as asked
from ptman.export.sending.request import Outgoing, Request
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.roundtrip import rights, scope
from ptman.roundtrip.rights import Right


def draft(session: Session, listing: Listing, request: Request, today: date) -> Outgoing:
    """What would go, without those who have not agreed where the recipient is outside the university.

    PtmanError `nothing-to-fill`, `nothing-to-choose`, `no-rows`, `list-not-sendable` …
    """
    given = refusals.checked(listing, request, today)
    to = _behind(session, request.recipient)
    refusals.open_to(to.name, given, scope.closed(session, given, scoped(to)))
    keys = dict.fromkeys((*request.columns, *(right.column for right in given)))
    shown = tuple(Pick(key) for key in keys if listing.has(key))
    wish = Wish(
        to,
        request.purpose,
        Layout(listing.key, shown),
        request.why,
        request.agreement,
    )
    plan = planning.draft(session, listing, wish, today)
    also = tuple(_column(right) for right in given if not listing.has(right.column))
    return Outgoing(request, replace(plan, also=also))


def closed(session: Session, listing: Listing, to: asked.Recipient) -> dict[str, Label]:
    """By right why this recipient cannot be asked to fill in that column of the list."""
    return scope.closed(session, rights.of(listing.noun), scoped(_behind(session, to)))


def scoped(to: Recipient) -> scope.Recipient:
    """Whose records they may choose from: their unit's, and where they are a college of ours, that college's."""
    return scope.Recipient(to.id, to.name if to.inside else "")


def _behind(session: Session, to: asked.Recipient) -> Recipient:
    ids = recipients.Ids(to.organisation, to.contact, to.person)
    return recipients.behind(session, to.name.strip(), ids, inside=to.inside)


def _column(right: Right) -> Column:
    field = right.field
    return Column(right.column, field.label, field.kind, field.width, field.sensitivity)
