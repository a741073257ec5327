"""Assesses industry supervisors for a school year: counts from the records, level and decision from the score."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.aspects.double import by_hand, contributions, guiding, naming
from ptman.aspects.double.contributions import Contribution
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.fields import Kind
from ptman.labels import Label
from ptman.models import Supervision, SupervisorAssessment
from ptman.models.choices import Role
from ptman.models.choices_double import SupervisorDecision, SupervisorLevel
from ptman.models.core import fields_of
from ptman.register import staleness
from ptman.register.cards import Ref
from ptman.rules import measures
from ptman.rules.findings import Limit
from ptman.rules.supervisors import assessing

COUNTED = ("students_guided", "guidance_count", *contributions.KINDS)
KEYS = (*COUNTED, "level", "decision")
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """What would be written by the id of the supervisor, and the record it goes into where there is one."""

    year: int
    draft: Draft
    values: Mapping[str, Values]
    refs: Mapping[str, Ref]


def draft(session: Session, year: int, today: date) -> AssessmentDraft:
    """Everybody who guided in that year. A level stands once there is a score; what people wrote stays."""
    first, last = assessing.span(year)
    students, times = _students(session, first, last), guiding.times(session, first, last)
    done = contributions.contributions(session, first, last)
    limits, names = parameters.limits(session, today.year), naming.names(session).people
    query = select(SupervisorAssessment).where(SupervisorAssessment.year == year)
    known = {one.industry_supervisor_id: one for one in session.scalars(query)}
    hand = by_hand.corrected(session, [one.id for one in known.values()], COUNTED)
    items, values, refs = [], {}, {}
    for who in sorted({*students, *known, *done}, key=lambda key: names[key].number):
        old, mine = known.get(who), done.get(who, ())
        counted = {"students_guided": len(students.get(who, ())), "guidance_count": times[who]}
        counted |= {kind: sum(one.kind == kind for one in mine) for kind in contributions.KINDS}
        kept = _kept(old, counted, hand)
        new = _values(old, counted | kept, limits)
        notes = (*_named(mine), *(_said(key, value, counted[key]) for key, value in kept.items()))
        item = _item(who, f"{names[who].number} {names[who].name} · {names[who].unit}", (old, new), notes)
        items.append(item)
        if item.can_be_kept:
            values[who] = new
        if old is not None:
            refs[who] = Ref("supervisor_assessment", old.id, old.version)
    title = Label(f"{year}–{year + 1} 学年导师考核", f"Assessment of {year}–{year + 1}")
    remark = Label(
        "人数和次数由记录统计，计入的事项逐条列出；手工改过的保留。登记考核分后再统计一次，等级和处理随之给出。",
        "Counts come from the records, each thing counted is named, and what was corrected by hand stays. "
        "Enter scores, then count again for level and decision.",
    )
    return AssessmentDraft(year, Draft(title, tuple(items), (remark,)), values, refs)


def keep(session: Session, drawn: AssessmentDraft, taken: Collection[str], today: date) -> int:
    """Write the counts, as one change set; how many. PtmanError `Stale` where an assessment has changed since."""
    wanted = [who for who in sorted(taken) if who in drawn.values]
    for who in wanted:
        if who in drawn.refs:
            staleness.refuse_other_version(session, drawn.refs[who])
            one = session.get_one(SupervisorAssessment, drawn.refs[who].id)
        else:
            one = SupervisorAssessment(industry_supervisor_id=who, year=drawn.year)
            session.add(one)
        for key, value in drawn.values[who].items():
            setattr(one, key, value)
        if one.level is not None and one.assessed_on is None:
            one.assessed_on = today
    span = f"{drawn.year}–{drawn.year + 1}"
    journal.say(session, f"{span} 学年导师考核：统计 {len(wanted)} 人", f"Assessment of {span}: {len(wanted)} counted")
    return len(wanted)


def _students(session: Session, first: date, last: date) -> dict[str, set[str]]:
    """Whom each industry supervisor guided at any time in the year."""
    query = select(Supervision.industry_supervisor_id, Supervision.student_id).where(
        Supervision.role == Role.INDUSTRY,
        Supervision.retired_on.is_(None),
        Supervision.starts_on <= last,
        or_(Supervision.ends_on.is_(None), Supervision.ends_on >= first),
    )
    found: dict[str, set[str]] = {}
    for who, student in session.execute(query):
        if who is not None:
            found.setdefault(who, set()).add(student)
    return found


def _named(mine: Sequence[Contribution]) -> tuple[Label, ...]:
    """Everything counted besides guidance, one sentence a kind."""
    declared = {one.key: one.label for one in fields_of(SupervisorAssessment)}
    kinds = ((kind, [one for one in mine if one.kind == kind]) for kind in contributions.KINDS)
    return tuple(contributions.said(declared[kind], these) for kind, these in kinds if these)


def _kept(
    old: SupervisorAssessment | None, counted: Mapping[str, int], hand: frozenset[by_hand.Cell]
) -> dict[str, int]:
    """What somebody corrected, and differs from the count."""
    if old is None:
        return {}
    standing = {key: getattr(old, key) for key in COUNTED if (old.id, key) in hand}
    return {key: value for key, value in standing.items() if value != counted[key]}


def _said(key: str, hand: int, counted: int) -> Label:
    label = next(one.label for one in fields_of(SupervisorAssessment) if one.key == key)
    return Label(
        f"{label.zh}：手工填写 {hand}，保留（统计为 {counted}）",
        f"{label.en}: {hand} by hand stays ({counted} counted)",
    )


def _values(
    old: SupervisorAssessment | None, counted: Mapping[str, int], limits: Mapping[str, Limit]
) -> dict[str, object]:
    level = old.level if old is not None and old.level else None
    said = assessing.level(old.score, limits) if old is not None and level is None else None
    level = level or (SupervisorLevel(said) if said else None)
    decided = old.decision if old is not None and old.decision else None
    usual = assessing.decision(level.value if level else None)
    return {
        **counted,
        "level": level,
        "decision": decided or (SupervisorDecision(usual) if usual else None),
    }


def _item(who: str, title: str, change: tuple[SupervisorAssessment | None, Values], notes: tuple[Label, ...]) -> Item:
    old, new = change
    declared = {one.key: one for one in fields_of(SupervisorAssessment)}
    before = {key: getattr(old, key) if old is not None else None for key in KEYS}
    changes = tuple(
        Difference(declared[key].label, _shown(declared[key].kind, before[key]), _shown(declared[key].kind, new[key]))
        for key in KEYS
        if before[key] != new[key]
    )
    fate = Fate.NEW if old is None else Fate.CHANGED if changes else Fate.UNCHANGED
    return Item(who, fate, title, changes, notes)


def _shown(kind: Kind, value: object) -> str:
    if isinstance(value, SupervisorLevel | SupervisorDecision):
        return value.label.zh
    return "" if value is None else measures.said(kind, value)
