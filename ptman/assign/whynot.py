"""Why a student was not given a supervisor or base: what speaks against it, who would move, what it would cost."""

import dataclasses
from collections.abc import Callable

from ptman.assign.answer import Answer, Seat
from ptman.assign.chain import Chain
from ptman.assign.engine.forcing import Forced
from ptman.assign.exact import Exact
from ptman.assign.pricing import Menus, Tariff, counted
from ptman.assign.problem import ORGANISATION, Demand, Problem, Role, Student, Terms
from ptman.assign.reading import Reading
from ptman.assign.whatif import Delta
from ptman.labels import Label

NameOf = Callable[[str], str]

SENTENCES = {
    "given": Label("{target}已分配给该生", "{target} is what the student was given"),
    "not_needed": Label("该生不需要{role_zh}", "the student needs no {role_en}"),
    "excluded": Label("{target}对该生不符合条件", "{target} is not eligible for this student"),
    "forbidden": Label("{target}与该生已被禁止配对", "{target} is a forbidden pair for this student"),
    "locked": Label("该生的{role_zh}已锁定为{now}", "the student's {role_en} is locked to {now}"),
    "full": Label("{target}已满，让给该生需他人调整", "{target} is full: for this student others would have to move"),
    "dearer": Label("{target}有名额，但整体总分更差", "{target} has a place left, but the whole would be worse"),
    "equal": Label("{target}与现方案同样好", "{target} would be just as good"),
}
QUOTA = Label(
    "{name}名额已满（{taken}/{seats}）：再多一个名额，总分最多改善 {worth} 分",
    "{name} is full ({taken} of {seats}): one more place there would better the whole by at most {worth} points",
)
UNWANTED = Label(
    "{name}名额已满（{taken}/{seats}），但再多一个名额也不会更好",
    "{name} is full ({taken} of {seats}), but one more place there would better nothing",
)

WHOLE = Label("（全单位）", " (the whole organisation)")
CLOSED = Label("{name}没有足够的名额（{taken}/{seats}）", "{name} has not places enough ({taken} of {seats})")


@dataclasses.dataclass(frozen=True, slots=True)
class Quota:
    """A full quota in the way and what one more place there is worth at most: its price, in points rounded up.

    None where one more place would let in students who could not choose it at all so far.
    """

    seat: Seat
    taken: int
    seats: int
    worth: int | None
    label: Label


@dataclasses.dataclass(frozen=True, slots=True)
class WhyNot:
    """The reason by code and in words, the terms of the choice and of what was given instead, the quotas in the way.

    `least`: forcing it costs the whole at least so much, known at once, or None. Where an exact cost was asked for, one
    of `chain`, `forced` and `delta` tells it: who makes room for whom, who else would move, or the whole solved again.
    """

    code: str
    label: Label
    terms: Terms
    instead: Terms
    quotas: tuple[Quota, ...]
    least: int | None
    delta: Delta | None = None
    chain: Chain | None = None
    forced: Forced | None = None

    @property
    def cost(self) -> int | None:
        """What forcing it costs exactly, as far as that is known."""
        if self.chain is not None:
            return self.chain.cost
        known = self.forced or self.delta
        return known.low if known is not None and known.exact else None


def why_not(
    problem: Problem, answer: Answer, wish: Demand, *, name_of: NameOf = str, exact: bool | Exact = True
) -> WhyNot:
    """Why `wish.student` was not given `wish.target`; `exact` asks for the price, an `Exact` kept warm for the next."""
    kept = exact if isinstance(exact, Exact) else Exact(problem, answer)
    reading = kept.reading
    student = reading.students[wish.student]
    now = answer.given[student.id].target(wish.role)
    quotas = tuple(_quotas(kept, answer, (student, wish), name_of))
    code = _code(reading, student, wish, (now, bool(quotas)))
    closed = code in {"not_needed", "given"}
    price: Chain | Forced | Delta | None = None
    if exact and not closed and code != "forbidden":
        price = kept.of(wish)
    found = WhyNot(
        code, Label("", ""), _terms(student, wish.role, wish.target), _terms(student, wish.role, now), quotas, 0
    )
    least = None if closed or code == "forbidden" else _least(reading, answer, wish)
    found = dataclasses.replace(
        found,
        least=least,
        delta=price if isinstance(price, Delta) else None,
        chain=price if isinstance(price, Chain) else None,
        forced=price if isinstance(price, Forced) else None,
    )
    if code == "dearer" and found.cost == 0:
        code = "equal"
    words = {"target": name_of(wish.target), "role_zh": wish.role.label.zh, "role_en": wish.role.label.en}
    words["now"] = name_of(now) if now is not None else "—"
    said = SENTENCES[code]
    return dataclasses.replace(found, code=code, label=Label(said.zh.format(**words), said.en.format(**words)))


def _code(reading: Reading, student: Student, wish: Demand, state: tuple[str | None, bool]) -> str:
    now, full = state
    if wish.role not in student.needs:
        return "not_needed"
    if now == wish.target:
        return "given"
    if not reading.allowed(student, wish.role, wish.target):
        return "forbidden"
    if (student.id, wish.role) in reading.locks:
        return "locked"
    if wish.target not in student.options(wish.role):
        return "excluded"
    return "full" if full else "dearer"


def _terms(student: Student, role: Role, target: str | None) -> Terms:
    option = student.options(role).get(target or "")
    return option.terms if option is not None else ()


def _quotas(kept: Exact, answer: Answer, about: tuple[Student, Demand], name_of: NameOf) -> list[Quota]:
    student, wish = about
    reading, load = kept.reading, kept.loads
    found = []
    for seat in reading.seats(student, wish.role, wish.target):
        seats, taken = reading.room.get(seat, 0), load.get(seat, 0)
        if taken + student.units > seats and answer.given[student.id].target(wish.role) != wish.target:
            worth = _worth(reading, answer, seat)
            said = CLOSED if worth is None else QUOTA if worth else UNWANTED
            whole = WHOLE if seat[2] == ORGANISATION and seat[0] is not Role.BASE else Label("", "")
            words = {"taken": taken, "seats": seats, "worth": worth or 0}
            name = name_of(seat[1])
            zh, en = (text.format(name=name + of, **words) for text, of in ((said.zh, whole.zh), (said.en, whole.en)))
            found.append(Quota(seat, taken, seats, worth, Label(zh, en)))
    return found


def _worth(reading: Reading, answer: Answer, seat: Seat) -> int | None:
    """The seat's price: weak duality at the same prices bounds every answer of the problem with one place more."""
    seats = reading.room.get(seat, 0)
    heavy = [one for one in reading.problem.students if one.units > seats]
    if any(_takes(reading, one, key, seat) for one in heavy for key in one.options(seat[0])):
        return None
    price = -(-max(0, counted(reading, answer.certificate).get(seat, 0)) // answer.certificate.scale)
    wanted = reading.problem.penalties.shortfall if reading.lower().get(seat, 0) > seats else 0
    return price + wanted + answer.value - answer.proved


def _takes(reading: Reading, student: Student, key: str, seat: Seat) -> bool:
    return seat in reading.seats(student, seat[0], key)


def _least(reading: Reading, answer: Answer, wish: Demand) -> int | None:
    """What the prices alone prove: the student's cheapest choice with the wish granted, above the one without."""
    proof, prices = answer.certificate, counted(reading, answer.certificate)
    student = reading.students[wish.student]
    seats = reading.seats(student, wish.role, wish.target)
    stretched = any(_locked(reading, seat) + student.units > reading.room.get(seat, 0) for seat in seats)
    if answer.mode != "total" or stretched or wish.target not in reading.menu(student, wish.role):
        return None
    friends: dict[str, list[tuple[str, int]]] = {}
    for (academic, industry), bonus in reading.problem.affinity.items():
        friends.setdefault(academic, []).append((industry, bonus * proof.scale))
    # a lock may leave the other half of a placement open, which a choice may not
    locks = (*reading.problem.locks, wish)
    named = {one.student for one in locks}
    some = tuple(one for one in reading.problem.students if one.id in named)
    locked = Reading(dataclasses.replace(reading.problem, students=some, locks=locks))
    tariff = Tariff(reading, prices)
    free = Menus(reading, student, tariff, proof.scale).cheapest(friends)
    held = Menus(locked, student, tariff, proof.scale).cheapest(friends)
    found = (held - free) // proof.scale - (answer.value - answer.proved)
    return found if wish.role is not Role.ACADEMIC and not reading.problem.penalties.partial else max(0, found)


def _locked(reading: Reading, seat: Seat) -> int:
    """Units that locks hold of a quota: forcing one more stretches it rather than turning anybody out."""
    return sum(
        reading.students[who].units
        for (who, role), key in reading.locks.items()
        if seat in reading.seats(reading.students[who], role, key)
    )
