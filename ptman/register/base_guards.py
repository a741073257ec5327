"""What must hold before steps of bases and agreements, and what those steps change besides (domain §5.4, §5.5)."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import Agreement, AgreementAmendment, AgreementParty, SiteVisit, TrainingBase
from ptman.models.choices import AgreementKind
from ptman.models.choices_bases import AgreementStatus, VisitConclusion
from ptman.models.core import Record
from ptman.register import agreed
from ptman.rules import months

_VISIT = "placement.site_visit_required"
_LEAST_PARTIES = {AgreementKind.PLACEMENT: 3}

NO_VISIT = Label("还没有登记有结论的实地考察。", "No site visit with a conclusion has been entered.")
NOT_RECOMMENDED = Label("最近一次实地考察的结论不是“推荐设立”。", "The last site visit does not recommend the base.")
NO_AGREEMENT = Label(
    "今天没有有效的基地共建协议（须已签订、在有效期内）。",
    "No agreement on the base is in force today: it must be signed and within its term.",
)


def _visited(session: Session, record: Record, today: date) -> Label | None:
    if not _asked(session, today):
        return None
    return None if _last_visit(session, record.id) is not None else NO_VISIT


def _recommended(session: Session, record: Record, today: date) -> Label | None:
    if not _asked(session, today):
        return None
    last = _last_visit(session, record.id)
    if last is None:
        return NO_VISIT
    return None if last.conclusion is VisitConclusion.RECOMMEND else NOT_RECOMMENDED


def _in_force(session: Session, record: Record, today: date) -> Label | None:
    return None if agreed.of_base(session, record.id, today) else NO_AGREEMENT


def _all_signed(session: Session, record: Record, today: date) -> Label | None:
    del today
    agreement = _agreement(record)
    parties = session.scalars(
        select(AgreementParty).where(AgreementParty.agreement_id == agreement.id).order_by(AgreementParty.seq)
    ).all()
    least = _LEAST_PARTIES.get(agreement.kind, 2)
    if len(parties) < least:
        return Label(
            f"协议方只登记了 {len(parties)} 方，至少 {least} 方。",
            f"Only {len(parties)} parties are entered of at least {least}.",
        )
    waiting = [one.name_snapshot for one in parties if one.signed_on is None]
    if waiting:
        zh, en = "、".join(waiting), ", ".join(waiting)
        return Label(f"尚未签署：{zh}。", f"Not signed yet: {en}.")
    return None


def _sign(session: Session, record: Record, today: date) -> None:
    """The day of signing is that of the last party."""
    agreement = _agreement(record)
    last = session.scalar(select(func.max(AgreementParty.signed_on)).where(AgreementParty.agreement_id == agreement.id))
    agreement.signed_on = agreement.signed_on or last or today


def _amend(session: Session, record: Record, today: date) -> None:
    """The latest amendment that is in force moves the end of the agreement."""
    agreement = _agreement(record)
    query = select(AgreementAmendment).where(
        AgreementAmendment.agreement_id == agreement.id, AgreementAmendment.effective_on <= today
    )
    for one in session.scalars(query.order_by(AgreementAmendment.seq)):
        if one.new_end is not None and one.new_end >= agreement.valid_from:
            agreement.valid_to = one.new_end


def _renew(session: Session, record: Record, today: date) -> None:
    """A draft of the same parties for a term as long, from the day after the present one."""
    old = _agreement(record)
    end = old.valid_to or today
    start = end + timedelta(days=1)
    length = months.span(old.valid_from, max(end, old.valid_from))
    made = Agreement(
        agreement_no=_renewed_number(session, old.agreement_no),
        kind=old.kind,
        title=old.title,
        base_id=old.base_id,
        valid_from=start,
        valid_to=months.add_months(start, max(length.months, 1)) - timedelta(days=1),
        copies=old.copies,
        status=AgreementStatus.DRAFTING,
        renewal_of_id=old.id,
    )
    for key in ("safety_clause", "insurance_clause", "ip_clause", "secrecy_clause"):
        setattr(made, key, getattr(old, key))
    session.add(made)
    session.flush()  # its parties need its id
    parties = select(AgreementParty).where(AgreementParty.agreement_id == old.id).order_by(AgreementParty.seq)
    for one in session.scalars(parties):
        party = AgreementParty(agreement_id=made.id, seq=one.seq, party_kind=one.party_kind)
        party.name_snapshot, party.organisation_id, party.student_id = (
            one.name_snapshot,
            one.organisation_id,
            one.student_id,
        )
        session.add(party)


def _renewed_number(session: Session, number: str) -> str:
    stem = number[:34]
    known = set(session.scalars(select(Agreement.agreement_no).where(Agreement.agreement_no.startswith(stem))))
    return next(said for n in range(1, len(known) + 2) if (said := f"{stem}-续{n}") not in known)


def _approve(session: Session, record: Record, today: date) -> None:
    del session
    base = _base(record)
    base.approved_on = base.approved_on or today


def _close(session: Session, record: Record, today: date) -> None:
    del session
    _base(record).closed_on = today


def _asked(session: Session, today: date) -> bool:
    limit = parameters.limits(session, today.year).get(_VISIT)
    return limit is not None and limit.value == 1


def _last_visit(session: Session, base: str) -> SiteVisit | None:
    query = select(SiteVisit).where(
        SiteVisit.base_id == base, SiteVisit.retired_on.is_(None), SiteVisit.conclusion.is_not(None)
    )
    return session.scalars(query.order_by(SiteVisit.visited_on.desc())).first()


def _base(record: Record) -> TrainingBase:
    if not isinstance(record, TrainingBase):
        raise TypeError(f"{record} is no base")
    return record


def _agreement(record: Record) -> Agreement:
    if not isinstance(record, Agreement):
        raise TypeError(f"{record} is no agreement")
    return record


BASE_GUARDS = {
    "site_visit_recorded": _visited,
    "site_visit_recommends": _recommended,
    "base_agreement_in_force": _in_force,
}
BASE_EFFECTS = {"approve": _approve, "close": _close, "drop": _close}
AGREEMENT_GUARDS = {"all_parties_signed": _all_signed}
AGREEMENT_EFFECTS = {"sign_last": _sign, "amend": _amend, "renew": _renew}
