"""What may be kept of a draft, pure: which proposals are taken, and whether the seats suffice with those alone."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping

from ptman.assign.draft import AssignDraft, Proposal
from ptman.assign.problem import Given, Role
from ptman.assign.reading import Reading, seat_of
from ptman.errors import PtmanError


def taken_of(draft: AssignDraft, taken: frozenset[str] | None) -> tuple[Proposal, ...]:
    """The proposals to keep (all that can be kept where `taken` is None).

    Raises PtmanError `over-capacity` or `apart` where some of them do not work without the others: a draft that moves
    people may give away a seat that only another of its moves sets free. Raises `fixed` where one would move what a
    person has locked or a letter has dispatched.
    """
    wanted = draft.draft.keepable() if taken is None else taken & draft.draft.keepable()
    chosen = tuple(one for one in draft.proposals if one.key in wanted)
    result = _result(draft, wanted)
    # What a person has set is locked in the draft's problem, and locks stretch quotas; those of the records do not.
    reading = Reading(dataclasses.replace(draft.problem, locks=()))
    _refuse_fixed(draft, chosen)
    _refuse_over_capacity(draft, reading, result, chosen)
    _refuse_apart(draft, reading, result, chosen)
    return chosen


def _result(draft: AssignDraft, wanted: frozenset[str]) -> dict[str, Given]:
    """What every student would have: the taken proposals, and what stands everywhere else."""
    targets: dict[str, dict[Role, str | None]] = {
        one.id: {role: standing.target for role, standing in one.standing} for one in draft.situation.students
    }
    for one in draft.proposals:
        targets[one.student][one.role] = one.new if one.key in wanted else one.old
    return {
        who: Given(*(mine.get(role) for role in (Role.ACADEMIC, Role.INDUSTRY, Role.BASE)))
        for who, mine in targets.items()
    }


def _refuse_fixed(draft: AssignDraft, chosen: Iterable[Proposal]) -> None:
    learners = {one.id: one for one in draft.situation.students}
    for one in chosen:
        standing = learners[one.student].stands(one.role)
        if standing is not None and standing.fixed:
            who, role = learners[one.student].name, one.role.label
            raise PtmanError(
                "fixed",
                f"{who}的{role.zh}已锁定或已派遣，方案不能改动。未作任何改动；请先取消锁定（或作废派遣函），或不采纳该项。",
                f"{who}’s {role.en} is locked or dispatched, so a proposal cannot move it. Nothing was changed; "
                "unlock it (or void the letter) first, or do not take this row.",
            )


def _refuse_over_capacity(
    draft: AssignDraft, reading: Reading, result: Mapping[str, Given], chosen: Iterable[Proposal]
) -> None:
    load: Counter[tuple[Role, str, str]] = reading.loads(result)
    names = draft.situation.names()
    for one in chosen:
        if one.new is None:
            continue
        seat = seat_of(reading.students[one.student], one.role, one.new)
        if load[seat] > reading.room.get(seat, 0):
            name, room = names[seat[1]], reading.room.get(seat, 0)
            raise PtmanError(
                "over-capacity",
                f"只保留所选项会使“{name}”有 {load[seat]} 名学生，名额只有 {room} 个。"
                "未作任何改动；请同时选上让出名额的变更。",
                f"Keeping only these gives {name} {load[seat]} students for {room} places. Nothing was changed; "
                "take the moves that free those places too.",
            )


def _refuse_apart(
    draft: AssignDraft, reading: Reading, result: Mapping[str, Given], chosen: Iterable[Proposal]
) -> None:
    names = draft.situation.names()
    for one in chosen:
        mine, student = result[one.student], reading.students[one.student]
        if one.role is not Role.ACADEMIC and not reading.together(student, mine.industry, mine.base):
            who, host, base = (names[key or ""] for key in (one.student, mine.industry, mine.base))
            raise PtmanError(
                "apart",
                f"{who}的企业导师{host}与基地“{base}”不属于同一单位。未作任何改动；请两项同时保留或都不保留。",
                f"{who}: industry supervisor {host} does not host at {base}. Nothing was changed; take both or none.",
            )
