"""Letters to a partner about an agreement that ends: the reminder and the offer to renew."""

import dataclasses
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label, Lang
from ptman.letters import records
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import answers, hosted, named, office
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import Agreement, AgreementParty, Organisation, TrainingBase
from ptman.models.choices import PartyKind
from ptman.rules import months
from ptman.rules.months import Segment

NOBODY = Label("", "")


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    one = session.get(Agreement, wish.about[0]) if wish.about else None
    if one is None or one.retired_on is not None:
        raise hosted.nothing()
    base = session.get(TrainingBase, one.base_id) if one.base_id else None
    unit = session.get(Organisation, base.host_organisation_id) if base else None
    partner = _partner(session, one, unit, today)
    within = parameters.number(session, "notice.ending_within_days", today.year)
    common: dict[str, Value] = {
        "agreement_no": one.agreement_no,
        "agreement_title": one.title,
        "term": Segment(one.valid_from, one.valid_to) if one.valid_to else None,
        "expires": one.valid_to,
        "days_left": max((one.valid_to - today).days, 0) if one.valid_to else None,
        "base": base.name if base else "",
        "new_term": _new_term(one, wish),
    }
    found = Gathered(
        office=office.office(session, wish.what, today.year),
        values={lang: common | {"partner": partner.text(lang)} for lang in Lang},
        addressee=partner,
        name=f"{partner.zh} · {one.agreement_no}",
        organisation=unit.id if unit else None,
        failing=_failing(one, today, within, partner),
    )
    return found if unit is None or unit.name_en else _unnamed(found)


def _unnamed(found: Gathered) -> Gathered:
    lacking = Label("对方单位没有英文名称", "the partner has no English name")
    return dataclasses.replace(found, failing={**found.failing, "english": lacking})


def _partner(session: Session, one: Agreement, unit: Organisation | None, today: date) -> Label:
    """The host of the base, else the first party that is an organisation."""
    if unit is not None:
        return named.organisation(unit, records.host_names(session, today)[unit.id])
    parties = select(AgreementParty.name_snapshot).where(
        AgreementParty.agreement_id == one.id,
        AgreementParty.party_kind == PartyKind.ORGANISATION,
        AgreementParty.retired_on.is_(None),
    )
    name = session.scalars(parties.order_by(AgreementParty.seq)).first()
    return Label(name, name) if name else NOBODY


def _new_term(one: Agreement, wish: Wish) -> Value:
    """From the day after the end, as many years as proposed."""
    years = answers.values(wish, Lang.ZH).get("years")
    if one.valid_to is None or not isinstance(years, int) or not 0 < years < 100:  # noqa: PLR2004 - no agreement outlives a century
        return None
    first = one.valid_to + timedelta(days=1)
    return Segment(first, months.add_months(first, 12 * years) - timedelta(days=1))


def _failing(one: Agreement, today: date, within: int, partner: Label) -> dict[str, Label]:
    failing = {}
    if one.valid_to is None or one.auto_renew:
        failing["ends"] = Label("协议长期有效或自动续期", "the agreement is open-ended or renews itself")
    elif (one.valid_to - today).days > within:
        failing["soon"] = Label(f"{one.valid_to} 到期，还早", f"it ends on {one.valid_to}, which is far off")
    if not partner.zh:
        failing["ends"] = Label("协议没有对方单位", "the agreement names no partner")
    return failing
