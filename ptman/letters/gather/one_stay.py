"""Documents about one student's placement: the agreement on it, and the certificate once it is completed."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters import dispatching
from ptman.letters.families.gathered import Gathered, Office
from ptman.letters.gather import answers, hosted, named, office, pairs, practised, stays
from ptman.letters.gather.stays import Stay
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import Period
from ptman.models.placements import GONE

_PARTIES = (Label("甲方", "Party A"), Label("乙方", "Party B"), Label("丙方", "Party C"), Label("丁方", "Party D"))


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    found = stays.found(session, wish.about[:1], today)
    if not found:
        raise hosted.nothing()
    stay = found[0]
    own = office.office(session, wish.what, session.get_one(Period, stay.placement.period_id).cohort_year)
    guides = pairs.guides(session, [stay.student.id])
    person = named.person(stay.person)
    made = Gathered(
        office=own,
        values={lang: _values(stay, guides, lang) | _parties(own, stay, wish, lang) for lang in Lang},
        addressee=stay.host_name if wish.family == "placement_agreement" else person,
        name=f"{stay.person.name} · {stay.host_name.zh}",
        organisation=stay.host.id,
        period=stay.placement.period_id,
        students=1,
        failing=_failing(stay, guides, today),
        subjects=(stay.student.id,),
    )
    return practised.told(session, made, stay, today) if wish.family == practised.FAMILY else made


def _values(stay: Stay, guides: pairs.Guides, lang: Lang) -> dict[str, Value]:
    return {
        **stays.values(stay, lang, guides),
        "host": stay.host_name.text(lang),
        "place": stay.base.address or stay.host.address or "",
        "salutation": named.honorific(stay.person).text(lang),
    }


def _parties(own: Office, stay: Stay, wish: Wish, lang: Lang) -> dict[str, Value]:
    """The school, the host, the student, and a fourth where one is named."""
    fourth = str(answers.values(wish, lang).get("fourth") or "")
    parties = [
        (own.issuer.text(lang), ""),
        (stay.host_name.text(lang), stay.host.uscc or ""),
        (named.person(stay.person).text(lang), stay.student.student_no),
    ]
    if fourth:
        parties.append((fourth, ""))
    rows: tuple[dict[str, Value], ...] = tuple(
        {"label": label.text(lang), "name": name, "number": number}
        for label, (name, number) in zip(_PARTIES, parties, strict=False)
    )
    return {"parties": rows}


def _failing(stay: Stay, guides: pairs.Guides, today: date) -> dict[str, Label]:
    failing = {}
    if not stay.leads or stay.placement.status in GONE:
        failing["enrolled"] = Label("学生已离校或安排已取消", "the student has left or the placement is cancelled")
    if stay.placement.status not in dispatching.DONE:
        status = stay.placement.status.label
        failing["finished"] = Label(f"安排的状态是“{status.zh}”", f"the placement is {status.en.lower()}")
    if stay.placement.ends_on > today:
        failing["over"] = Label(f"结束日期 {stay.placement.ends_on} 未到", f"it ends on {stay.placement.ends_on}")
    pair = guides.of(stay.student.id)
    if not (pair.academic.name.zh and pair.industry.name.zh):
        failing["paired"] = Label(f"缺导师：{stay.person.name}", f"a supervisor is lacking: {stay.person.name}")
    if not stay.host.name_en:
        failing["english"] = Label("接收单位没有英文名称", "the host has no English name")
    return failing
