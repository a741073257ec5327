"""What a workbook would give away when it is sent: its columns, its rows, and who is left out; nothing changes."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from ptman.export.giving import planning, recipients
from ptman.export.giving.wish import Wish
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.sending import refusals
from ptman.export.sending.request import Outgoing, Request
from ptman.fields import Field
from ptman.listing import Column, Listing


def draft(session: Session, listing: Listing, request: Request, today: date) -> Outgoing:
    """What would go, without those who have not agreed where the recipient is outside the university.

    PtmanError `nothing-to-fill`, `no-rows`, `list-not-sendable` …
    """
    given = refusals.checked(listing, request, today)
    to = request.recipient
    ids = recipients.Ids(to.organisation, to.contact, to.person)
    keys = dict.fromkeys((*request.columns, *(right.column for right in given)))
    shown = tuple(Pick(key) for key in keys if listing.has(key))
    wish = Wish(
        recipients.behind(session, to.name.strip(), ids, inside=to.inside),
        request.purpose,
        Layout(listing.key, shown),
        request.why,
        request.agreement,
    )
    plan = planning.draft(session, listing, wish, today)
    also = tuple(_column(right.field) for right in given if not listing.has(right.column))
    return Outgoing(request, replace(plan, also=also))


def _column(field: Field) -> Column:
    return Column(field.key, field.label, field.kind, field.width, field.sensitivity)
