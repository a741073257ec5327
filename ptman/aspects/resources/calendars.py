"""Bookings as a calendar file (.ics): of some resources or of all, from a day on."""

from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.resources import used
from ptman.labels import Label, Lang
from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import UseStatus
from ptman.models.resource_uses import PENDING
from ptman.reports import calendar_file
from ptman.reports.calendar_file import Entry, Standing
from ptman.reports.paper_files import File

NAME = Label("教学资源预约", "Resource bookings")


def bookings_of(session: Session, resources: Collection[str], since: date, stamped: datetime, lang: Lang) -> File:
    """Every request and booking that ends on that day or later; of every resource where none is named."""
    query = (
        select(ResourceUse, TeachingResource)
        .join(TeachingResource, TeachingResource.id == ResourceUse.resource_id)
        .where(
            ResourceUse.retired_on.is_(None),
            ResourceUse.status.in_(PENDING),
            ResourceUse.ends_at >= datetime.combine(since, time()),
        )
        .order_by(ResourceUse.starts_at, ResourceUse.use_no)
    )
    if resources:
        query = query.where(ResourceUse.resource_id.in_(resources))
    named = used.names(session)
    entries = [
        _entry(use, resource, named[use.unit_id or used.US].text(lang), lang)
        for use, resource in session.execute(query)
    ]
    return File(f"{NAME.text(lang)}.ics", calendar_file.written(entries, stamped))


def _entry(use: ResourceUse, resource: TeachingResource, unit: str, lang: Lang) -> Entry:
    people = Label(f"{use.headcount} 人（套）", f"{use.headcount} people (copies)").text(lang)
    words = (f"{use.use_no} {use.status.label.text(lang)}", f"{use.user_name}，{unit}", people)
    return Entry(
        use.id,
        use.version,
        f"{resource.name}：{use.subject}",
        use.starts_at,
        use.ends_at,
        resource.location or "",
        "\n".join(words),
        Standing.TENTATIVE if use.status is UseStatus.REQUESTED else Standing.CONFIRMED,
    )
