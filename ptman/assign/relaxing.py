"""What a person could relax, as data that can be applied: a quota raised or lowered, a lock or a prohibition lifted."""

import dataclasses
from collections.abc import Callable, Iterable

from ptman.assign.problem import ORGANISATION, Demand, Problem, Role
from ptman.labels import Choice, Label

NameOf = Callable[[str], str]


UNSAID = Label("", "")


class Kind(Choice):
    RAISE = "raise", "增加名额", "raise an upper quota"
    REDUCE = "reduce", "降低下限", "reduce a lower quota"
    UNLOCK = "unlock", "解除锁定", "lift a lock"
    ALLOW = "allow", "解除禁止", "lift a prohibition"


@dataclasses.dataclass(frozen=True, slots=True)
class Relaxation:
    """One limit relaxed `by` so much; `at` is a base's period or ORGANISATION, `students` are those it touches."""

    kind: Kind
    role: Role
    target: str
    by: int = 1
    at: str = ""
    students: tuple[str, ...] = ()
    label: Label = UNSAID


WORDS = {
    Kind.RAISE: Label(
        "将{target}{at_zh}的名额由 {now} 增至 {then}", "raise {target}{at_en} from {now} to {then} places"
    ),
    Kind.REDUCE: Label(
        "将{target}{at_zh}的下限由 {now} 降至 {then}", "reduce the lower quota of {target}{at_en} from {now} to {then}"
    ),
    Kind.UNLOCK: Label("解除{who}与{target}的锁定", "lift the lock of {who} on {target}"),
    Kind.ALLOW: Label("允许{who}与{target}配对", "allow {who} and {target}"),
}


def worded(problem: Problem, one: Relaxation, name_of: NameOf) -> Relaxation:
    """The same with its label: which limit, from how much to how much, for whom."""
    now = limits(problem, one)
    then = now + one.by if one.kind is Kind.RAISE else now - one.by
    whole = one.at == ORGANISATION
    words: dict[str, str | int] = {"target": name_of(one.target), "now": now, "then": then}
    words["at_zh"] = "（全单位）" if whole else f"（{name_of(one.at)}）" if one.at else ""
    words["at_en"] = " (the whole organisation)" if whole else f" ({name_of(one.at)})" if one.at else ""
    words["who"] = name_of(one.students[0]) if one.students else ""
    template = WORDS[one.kind]
    return dataclasses.replace(one, label=Label(template.zh.format(**words), template.en.format(**words)))


def limits(problem: Problem, one: Relaxation) -> int:
    """The quota at hand as it is set today; 0 for locks and prohibitions."""
    if one.kind not in {Kind.RAISE, Kind.REDUCE}:
        return 0
    if one.role is Role.BASE:
        return next(base.capacity.get(one.at, 0) for base in problem.bases if base.id == one.target)
    if one.at == ORGANISATION:
        holder = next(each for each in problem.organisations if (each.role, each.id) == (one.role, one.target))
        return holder.upper if one.kind is Kind.RAISE else holder.lower
    people = problem.academics if one.role is Role.ACADEMIC else problem.industry
    person = next(each for each in people if each.id == one.target)
    return person.upper if one.kind is Kind.RAISE else person.lower


def apply(problem: Problem, one: Relaxation) -> Problem:
    """The problem with this limit relaxed."""
    match one.kind:
        case Kind.UNLOCK:
            return dataclasses.replace(problem, locks=tuple(_without(problem.locks, one)))
        case Kind.ALLOW:
            return dataclasses.replace(problem, forbidden=tuple(_without(problem.forbidden, one)))
        case Kind.RAISE:
            return requota(problem, (one.role, one.target, one.at), upper=limits(problem, one) + one.by)
        case Kind.REDUCE:
            return requota(problem, (one.role, one.target, one.at), lower=limits(problem, one) - one.by)


def requota(
    problem: Problem, seat: tuple[Role, str, str], *, upper: int | None = None, lower: int | None = None
) -> Problem:
    """The problem with another quota of a person, an organisation, or a base in one period."""
    role, target, at = seat

    def most(now: int) -> int:
        return now if upper is None else upper

    def least(now: int) -> int:
        return now if lower is None else lower

    if role is Role.BASE:
        bases = (
            dataclasses.replace(one, capacity={**one.capacity, at: most(one.capacity.get(at, 0))})
            if one.id == target
            else one
            for one in problem.bases
        )
        return dataclasses.replace(problem, bases=tuple(bases))
    if at == ORGANISATION:
        offices = (
            dataclasses.replace(one, upper=most(one.upper), lower=least(one.lower))
            if (one.role, one.id) == (role, target)
            else one
            for one in problem.organisations
        )
        return dataclasses.replace(problem, organisations=tuple(offices))
    if role is Role.ACADEMIC:
        people = (
            dataclasses.replace(one, upper=most(one.upper), lower=least(one.lower)) if one.id == target else one
            for one in problem.academics
        )
        return dataclasses.replace(problem, academics=tuple(people))
    hosts = (
        dataclasses.replace(one, upper=most(one.upper), lower=least(one.lower)) if one.id == target else one
        for one in problem.industry
    )
    return dataclasses.replace(problem, industry=tuple(hosts))


def _without(demands: Iterable[Demand], one: Relaxation) -> Iterable[Demand]:
    return (each for each in demands if (each.student, each.role, each.target) != (*one.students, one.role, one.target))
