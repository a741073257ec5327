"""The events that can be foreseen, and to whom each can happen in a scenario."""

import dataclasses
from collections.abc import Iterator

from ptman.assign.problem import Role
from ptman.assign.ripples import Edit, Ends, Leaves, Shrinks, Withdraws
from ptman.assign.scenario_rows import Opened
from ptman.assign.situation import Situation
from ptman.labels import Choice


class Event(Choice):
    LEAVES = "leaves", "导师或基地不再接收学生", "A supervisor or base takes nobody any more"
    SHRINKS = "shrinks", "名额减少为", "Places become"
    ENDS = "ends", "企业导师不再在某基地", "An industry supervisor leaves a base"
    WITHDRAWS = "withdraws", "学生离开", "A student leaves"


def offered(opened: Opened, kind: Event) -> list[tuple[str, Edit]]:
    """Each with what it is called; those who have students in the scenario stand first."""
    situation = opened.plan.situation
    match kind:
        case Event.WITHDRAWS:
            return [(f"{one.number} {one.name}", Withdraws(one.id)) for one in situation.students]
        case Event.ENDS:
            names = situation.names()
            return [
                (f"{one.name} · {names[base]}", Ends(one.id, base))
                for one in situation.industry
                for base in one.bases
                if base in names
            ]
        case Event.LEAVES:
            return _busy_first(opened, [(name, Leaves(role, key)) for role, key, name in _everybody(situation)])
        case Event.SHRINKS:
            return _busy_first(opened, list(_quotas(situation)))


def sized(edit: Edit, left: int) -> Edit:
    """The event with so many places left, where it is about places."""
    return dataclasses.replace(edit, upper=left) if isinstance(edit, Shrinks) else edit


def _everybody(situation: Situation) -> Iterator[tuple[Role, str, str]]:
    for academic in situation.academics:
        yield Role.ACADEMIC, academic.id, f"{academic.name} {academic.number}"
    for person in situation.industry:
        yield Role.INDUSTRY, person.id, f"{person.name} {person.number}"
    for site in situation.sites:
        yield Role.BASE, site.id, f"{site.name} {site.number}"


def _quotas(situation: Situation) -> Iterator[tuple[str, Edit]]:
    several = len(situation.stays) > 1
    for role, key, name in _everybody(situation):
        if role is Role.BASE:
            for stay in situation.stays:
                yield f"{name} {stay.name}" if several else name, Shrinks(role, key, 0, stay.id)
        else:
            yield name, Shrinks(role, key, 0)


def _busy_first(opened: Opened, listed: list[tuple[str, Edit]]) -> list[tuple[str, Edit]]:
    busy = {(role, given.target(role)) for given in opened.plan.answer.given.values() for role in Role}

    def idle(edit: Edit) -> bool:
        return not isinstance(edit, Leaves | Shrinks) or (edit.role, edit.id) not in busy

    return sorted(listed, key=lambda one: (idle(one[1]), one[0]))
