"""Renews every term that ends soon: drafted for a look, then opened as drafts of the next terms in one step."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.aspects.double import holding
from ptman.aspects.double.holding import SupervisorRow
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import Appointment, SupervisorAssessment
from ptman.models.choices import AppointmentStatus
from ptman.models.choices_double import SupervisorDecision
from ptman.register import appointing, moving
from ptman.register.cards import Ref
from ptman.rules.supervisors import qualification

LONG_OVER = 365
"""Days after which a term that ended is history, not a renewal that was forgotten."""
TERM = Label("聘期", "Term")
OVER = Label("聘期已过，请确认是否续聘", "The term is over; look whether to renew")
NOT_WANTED = Label("上次考核的处理不是续聘", "The last assessment did not decide to renew")


@dataclass(frozen=True, slots=True)
class RenewalDraft:
    """What would be opened; `refs` go by the key of their item."""

    draft: Draft
    refs: Mapping[str, Ref]


def draft(session: Session, today: date, within: int | None = None) -> RenewalDraft:
    """Terms that end within so many days (by the rule where None) and have no successor."""
    days = parameters.number(session, appointing.RENEW_WITHIN, today.year) if within is None else within
    rows = {one.id: one for one in holding.supervisors(session, today)}
    unwanted = _unwanted(session)
    found = [one for one in _ending(session, today, days) if one.industry_supervisor_id in rows]
    items, refs = [], {}
    for one in found:
        refs[one.id] = Ref("appointment", one.id, one.version)
        items.append(_item(session, one, (rows[one.industry_supervisor_id], unwanted), today))
    title = Label(f"{days} 天内届满的聘期续聘", f"Renew terms that end within {days} days")
    remark = Label(
        "保留后为每位导师新建一份续聘草稿，提交、批准、颁发聘书后生效。",
        "A draft of the next term is opened for each; it counts once submitted, approved and certified.",
    )
    return RenewalDraft(Draft(title, tuple(items), (remark,)), refs)


def keep(session: Session, drawn: RenewalDraft, taken: Collection[str], today: date) -> int:
    """Open the next terms, as one change set; how many. PtmanError `move-guarded`, `Stale` where one has changed."""
    wanted = [drawn.refs[key] for key in sorted(taken) if key in drawn.refs]
    if wanted:
        moving.move_all(session, wanted, "renew", today)
        journal.say(session, f"起草续聘 {len(wanted)} 人", f"Draft renewals for {len(wanted)}")
    return len(wanted)


def _ending(session: Session, today: date, within: int) -> Iterator[Appointment]:
    query = select(Appointment).where(
        Appointment.status == AppointmentStatus.ACTIVE,
        Appointment.retired_on.is_(None),
        Appointment.term_end <= today + timedelta(days=within),
        Appointment.term_end >= today - timedelta(days=LONG_OVER),
    )
    for one in session.scalars(query.order_by(Appointment.term_end, Appointment.appointment_no)):
        if not appointing.renewed(session, one):
            yield one


def _item(session: Session, one: Appointment, about: tuple[SupervisorRow, frozenset[str]], today: date) -> Item:
    row, unwanted = about
    ahead = appointing.renewal(session, one, today)
    notes = [finding.label.plus(finding.gap, "：") for finding in row.minded if finding.gap]
    if row.qualified.missing:
        papers = qualification.missing_words(row.qualified.missing)
        notes.append(Label(f"缺材料：{papers.zh}", f"Missing: {papers.en}"))
    over, refused = one.term_end < today, one.industry_supervisor_id in unwanted
    notes = [*([OVER] if over else []), *([NOT_WANTED] if refused else []), *notes]
    change = Difference(TERM, f"{one.term_start} – {one.term_end}", f"{ahead.term_start} – {ahead.term_end}")
    fate = Fate.DOUBTFUL if over or refused else Fate.NEW
    return Item(one.id, fate, f"{row.number} {row.name} · {row.organisation}", (change,), tuple(notes))


def _unwanted(session: Session) -> frozenset[str]:
    """Whose last assessment decided otherwise."""
    one = SupervisorAssessment
    query = select(one.industry_supervisor_id, one.decision).where(one.decision.is_not(None), one.retired_on.is_(None))
    last = {who: decision for who, decision in session.execute(query.order_by(one.year))}  # noqa: C416 dict() would take it for a mapping
    return frozenset(who for who, decision in last.items() if decision is not SupervisorDecision.RENEW)
