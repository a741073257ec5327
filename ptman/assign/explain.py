"""Says why: for each vacancy the binding reason, for each demand that could not hold its sentence."""

import dataclasses
from collections.abc import Callable, Mapping

from ptman.assign import shortage
from ptman.assign.answer import Answer, Finding, Seat
from ptman.assign.problem import Given, Problem, Role, Student
from ptman.assign.reading import Reading, seat_of
from ptman.labels import Label

NameOf = Callable[[str], str]

VACANT = {
    "none_eligible": Label("没有符合条件的{role_zh}", "no {role_en} is eligible"),
    "all_forbidden": Label(
        "{eligible} 个符合条件的{role_zh}均已被禁止配对", "all {eligible} eligible are forbidden pairs"
    ),
    "no_seats": Label(
        "{eligible} 个可选的{role_zh}在该期均无名额", "none of the {eligible} eligible has a seat in this period"
    ),
    "all_full": Label(
        "{eligible} 个可选的{role_zh}均已满：{seats} 个名额已用 {taken} 个，最多有 {asking} 名学生可选同一个",
        "all {eligible} eligible are full: {taken} of {seats} seats taken, up to {asking} students compete for one",
    ),
    "organisation_full": Label(
        "尚有 {free} 个{role_zh}有名额，但所在单位的总名额已满",
        "{free} have places left, but their organisation's quota is used up",
    ),
    "none_at_supervisor": Label("企业导师{at}可带的基地均无空余名额", "no base where {at} hosts has a seat left"),
    "none_at_base": Label(
        "基地{at}没有可选且有名额的企业导师", "no eligible industry supervisor with a free place hosts at {at}"
    ),
    "none_together": Label(
        "尚有名额的 {free} 个{role_zh}与其余有名额者无法搭配",
        "{free} have seats left, but no industry supervisor and base with seats fit together",
    ),
    "costs_more": Label(
        "尚有 {free} 个可选，但配上后总分更差", "{free} have seats left, but taking one makes the whole worse"
    ),
}

FOUND = {
    "lock_unknown": Label(
        "{who_zh}锁定的{role_zh}{target}不在本次分配中，锁定未采用",
        "{who_en}: the locked {role_en} {target} takes no part; the lock was set aside",
    ),
    "lock_not_needed": Label(
        "{who_zh}不需要{role_zh}，锁定未采用", "{who_en} needs no {role_en}; the lock was set aside"
    ),
    "lock_forbidden": Label(
        "{who_zh}与{target}既被锁定又被禁止，按禁止处理",
        "{who_en} and {target} are both locked and forbidden; forbidden holds",
    ),
    "lock_conflict": Label(
        "{who_zh}锁定了两个{role_zh}，未采用{target}", "{who_en} has two locked {role_en}s; {target} was set aside"
    ),
    "lock_ineligible": Label(
        "{who_zh}锁定的{role_zh}{target}不符合条件，仍予保留",
        "{who_en}: the locked {role_en} {target} is not eligible; kept all the same",
    ),
    "locks_apart": Label(
        "{who_zh}锁定的基地{target}不属于其锁定的企业导师，仍予保留",
        "{who_en}: the locked base {target} is not one of the locked industry supervisor's; kept all the same",
    ),
    "locks_over_capacity": Label(
        "{target}锁定了 {locked} 名学生({who_zh}),名额只有 {seats} 个",
        "{target} has {locked} locked students ({who_en}) for {seats} seats",
    ),
    "lower_unreachable": Label(
        "{target}的下限 {lower} 无法达到：上限 {upper}，符合条件的学生 {eligible} 名",
        "{target} cannot reach its lower quota of {lower}: upper quota {upper}, {eligible} eligible students",
    ),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Vacancy:
    """A role a student needs and was not given: a code, its numbers, and the reason codes that rule others out."""

    student: str
    missing: Role
    code: str
    numbers: tuple[tuple[str, int], ...] = ()
    excluded: tuple[tuple[str, int], ...] = ()
    at: str = ""


def vacancies(problem: Problem, answer: Answer) -> tuple[Vacancy, ...]:
    """Every vacancy with its reason, by student and role in the problem's order."""
    reading = Reading(problem)
    load = reading.loads(answer.given)
    asking = shortage.asking(reading)
    return tuple(
        _vacancy(reading, student, role, (answer.given, load, asking))
        for student in problem.students
        for role in Role
        if role in student.needs and answer.given[student.id].target(role) is None
    )


def _vacancy(
    reading: Reading,
    student: Student,
    role: Role,
    state: tuple[Mapping[str, Given], Mapping[tuple[Role, str, str], int], Mapping[tuple[Role, str, str], int]],
) -> Vacancy:
    given, load, asking = state
    options = student.options(role)
    excluded = _excluded(student, role)
    if not options:
        return Vacancy(student.id, role, "none_eligible", (), excluded)
    allowed = [key for key in options if reading.allowed(student, role, key)]
    if not allowed:
        return Vacancy(student.id, role, "all_forbidden", (("eligible", len(options)),), excluded)
    seats = [seat_of(student, role, key) for key in allowed]
    total = sum(reading.room.get(seat, 0) for seat in seats)
    if not total:
        return Vacancy(student.id, role, "no_seats", (("eligible", len(allowed)),), excluded, student.period)
    taken = sum(load.get(seat, 0) for seat in seats)
    numbers = (
        ("eligible", len(allowed)),
        ("taken", taken),
        ("seats", total),
        ("asking", max(asking.get(seat, 0) for seat in seats)),
    )

    def fits(seat: Seat) -> bool:
        return load.get(seat, 0) + student.units <= reading.room.get(seat, 0)

    own = sum(fits(seat) for seat in seats)
    free = sum(all(map(fits, reading.seats(student, role, key))) for key in allowed)
    if own and not free:
        return Vacancy(student.id, role, "organisation_full", (*numbers, ("free", own)), excluded)
    code, at = _binding(role, given[student.id], free)
    return Vacancy(student.id, role, code, (*numbers, ("free", free)), excluded, at)


def _binding(role: Role, mine: Given, free: int) -> tuple[str, str]:
    """Why none of the seats left is taken, and the other person or base in the way."""
    if not free:
        return "all_full", ""
    if role is Role.ACADEMIC:
        return "costs_more", ""
    other = mine.industry if role is Role.BASE else mine.base
    if other is None:
        return "none_together", ""
    return ("none_at_supervisor" if role is Role.BASE else "none_at_base"), other


def _excluded(student: Student, role: Role) -> tuple[tuple[str, int], ...]:
    """How many candidates each reason code rules out, most first."""
    counted: dict[str, int] = {}
    for (about, _), code in student.excluded.items():
        if about is role:
            counted[code] = counted.get(code, 0) + 1
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def sentence(vacancy: Vacancy, name_of: NameOf) -> Label:
    """The reason in words; the reason codes of excluded candidates are the caller's to word."""
    role = vacancy.missing.label
    at = name_of(vacancy.at) if vacancy.code in {"none_at_supervisor", "none_at_base"} else ""
    words: dict[str, str | int] = {"role_zh": role.zh, "role_en": role.en, "at": at}
    return _filled(VACANT[vacancy.code], words | dict(vacancy.numbers))


def finding_sentence(finding: Finding, name_of: NameOf) -> Label:
    """What became of a demand that could not hold as it stands."""
    names = [name_of(student) for student in finding.students]
    role = finding.role.label
    words: dict[str, str | int] = {"role_zh": role.zh, "role_en": role.en, "target": name_of(finding.target)}
    words |= {"who_zh": "、".join(names), "who_en": ", ".join(names)}
    return _filled(FOUND[finding.code], words | dict(finding.numbers))


def _filled(template: Label, words: Mapping[str, str | int]) -> Label:
    return Label(template.zh.format(**words), template.en.format(**words))
