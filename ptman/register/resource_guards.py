"""What must hold before a shared resource is given to somebody, and what follows from its evaluation."""

from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import Agreement, MeetingSeriesMember, ResourceUse, TeachingResource, TrainingBase
from ptman.models.choices_resources import ResourceStatus, ShareScope, UsePurpose
from ptman.models.core import Record
from ptman.register import bookings
from ptman.register.bookings import Wanted

NOT_PUBLISHED = Label("资源还没有发布，或已暂停、下架。", "The resource is not published, or suspended or withdrawn.")
OUT_OF_TERM = Label("使用时间不在资源的有效期内。", "The time lies outside the term for which the resource is shared.")
NO_AGREEMENT = Label("使用时间不在依据协议的期限内。", "The agreement behind the resource does not run at that time.")
OURS_ONLY = Label("该资源仅供本院使用。", "The resource is for our own institute only.")
PARTNERS_ONLY = Label(
    "该资源只对合作单位共享；使用单位没有基地，不是会商成员，也没有提供资源。",
    "The resource is shared with partners; this unit has no base, takes part in no meetings and shares nothing.",
)
CLOSED = Label("不在开放时间内：{}。", "It is open {} only.")
NOT_SCORED = Label("还没有评分（1–5）。", "There is no score (1 to 5) yet.")


def _no_clash(session: Session, record: Record, today: date) -> Label | None:
    del today
    use = _use(record)
    wanted = Wanted(use.resource_id, use.starts_at, use.ends_at, use.headcount, use.purpose, use.id)
    return bookings.against(session, wanted)


def _in_scope(session: Session, record: Record, today: date) -> Label | None:
    """Published, within its terms and hours, and shared with whoever asks."""
    del today
    use = _use(record)
    resource = session.get_one(TeachingResource, use.resource_id)
    if resource.status is not ResourceStatus.PUBLISHED:
        return NOT_PUBLISHED
    if not _within(use, resource.valid_from, resource.valid_to):
        return OUT_OF_TERM
    agreement = session.get(Agreement, resource.agreement_id or "")
    if agreement is not None and not _within(
        use, agreement.valid_from, None if agreement.auto_renew else agreement.valid_to
    ):
        return NO_AGREEMENT
    return _closed(use, resource) or _not_shared(session, use, resource)


def _within(use: ResourceUse, start: date | None, end: date | None) -> bool:
    begun = start is None or use.starts_at.date() >= start
    return begun and (end is None or use.ends_at.date() <= end)


def _closed(use: ResourceUse, resource: TeachingResource) -> Label | None:
    opens, closes = resource.opens_at, resource.closes_at
    early = opens is not None and use.starts_at.time() < opens
    late = closes is not None and not use.starts_at.time() < use.ends_at.time() <= closes
    if use.purpose is UsePurpose.MAINTENANCE or not (early or late):
        return None
    hours = f"{opens:%H:%M}" if opens else "", f"{closes:%H:%M}" if closes else ""
    return Label(CLOSED.zh.format("–".join(hours)), CLOSED.en.format("–".join(hours)))


def _not_shared(session: Session, use: ResourceUse, resource: TeachingResource) -> Label | None:
    if use.unit_id is None or use.unit_id == resource.owner_id or resource.share_scope is ShareScope.PUBLIC:
        return None
    if resource.share_scope is ShareScope.INSTITUTE:
        return OURS_ONLY
    return None if is_partner(session, use.unit_id) else PARTNERS_ONLY


def is_partner(session: Session, unit_id: str) -> bool:
    """Whether a unit hosts a base, takes part in the meetings, or shares something of its own."""
    ways = (
        exists().where(TrainingBase.host_organisation_id == unit_id),
        exists().where(MeetingSeriesMember.organisation_id == unit_id),
        exists().where(TeachingResource.owner_id == unit_id),
    )
    return any(session.scalar(select(way)) for way in ways)


def _scored(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    return NOT_SCORED if _use(record).score is None else None


def _evaluate(session: Session, record: Record, today: date) -> None:
    del session
    use = _use(record)
    use.evaluated_on = use.evaluated_on or today


def _use(record: Record) -> ResourceUse:
    if not isinstance(record, ResourceUse):
        raise TypeError(f"{record} is no use of a resource")
    return record


USE_GUARDS = {"no_clash": _no_clash, "in_scope": _in_scope, "scored": _scored}
USE_EFFECTS = {"evaluate": _evaluate}
