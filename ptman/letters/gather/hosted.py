"""Documents about placements at one host in one period: dispatch, and the acceptance the host sends back."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import office, pairs, stays
from ptman.letters.gather.stays import Stay
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import Period
from ptman.models.placements import GONE
from ptman.rules.months import Segment


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen` where no placement is left."""
    found = tuple(one for one in stays.found(session, wish.about, today) if _stands(one))
    if not found:
        raise nothing()
    first = found[0]
    period = session.get_one(Period, first.placement.period_id)
    own = office.office(session, wish.what, period.cohort_year)
    guides = pairs.guides(session, (one.student.id for one in found))
    dispatch = wish.what.numbered_as == "placement_letter"
    return Gathered(
        office=own,
        values={lang: _values(found, guides, lang) for lang in Lang},
        addressee=own.issuer if wish.family == "acceptance" else first.host_name,
        name=f"{first.host_name.zh} · {period.name}",
        organisation=first.host.id,
        period=period.id,
        students=len(found),
        failing=_failing(found, guides),
        placements=tuple(one.placement.id for one in found) if dispatch else (),
        subjects=tuple(one.student.id for one in found),
    )


def nothing() -> PtmanError:
    return PtmanError(
        "nothing-chosen",
        "没有可写入文书的记录，未起草。请先选中记录，或检查它们是否已被取消。",
        "There is no record to write about and nothing was drafted. Choose records that still stand.",
    )


def _stands(stay: Stay) -> bool:
    return stay.leads and stay.placement.status not in GONE


def _values(found: tuple[Stay, ...], guides: pairs.Guides, lang: Lang) -> dict[str, Value]:
    mentors = {guides.of(one.student.id).industry.name.zh: guides.of(one.student.id).industry for one in found}
    named: tuple[dict[str, Value], ...] = tuple(
        {"name": one.name.text(lang), "post": one.post, "title": one.title, "phone": one.phone}
        for one in mentors.values()
        if one.name.zh
    )
    return {
        "host": found[0].host_name.text(lang),
        "host_code": found[0].host.uscc or "",
        "period": Segment(min(one.placement.starts_on for one in found), max(one.placement.ends_on for one in found)),
        "students": tuple(stays.values(one, lang, guides) for one in found),
        "safety_officer": found[0].base.safety_officer or "",
        "mentors": named,
    }


def _failing(found: tuple[Stay, ...], guides: pairs.Guides) -> dict[str, Label]:
    failing = {}
    if len({(one.host.id, one.placement.period_id) for one in found}) > 1:
        failing["one_host"] = Label("选了不同单位或批次的安排", "placements of several hosts or periods are chosen")
    lacking = [one.person.name for one in found if not _agreed(one)]
    if lacking:
        failing["agreement"] = listed("实践开始时没有有效协议", "no agreement in force at the start", lacking)
    alone = [one.person.name for one in found if not all(_named(guides.of(one.student.id)))]
    if alone:
        failing["paired"] = listed("缺导师", "a supervisor is lacking", alone)
    if not found[0].host.name_en:
        failing["english"] = Label("接收单位没有英文名称", "the host has no English name")
    return failing


def _agreed(stay: Stay) -> bool:
    return any(term.covers(stay.placement.starts_on) for term in stay.trip.agreements)


def _named(pair: pairs.Pair) -> tuple[str, str]:
    return pair.academic.name.zh, pair.industry.name.zh


def listed(zh: str, en: str, names: list[str]) -> Label:
    return Label(f"{zh}：{'、'.join(names)}", f"{en}: {', '.join(names)}")
