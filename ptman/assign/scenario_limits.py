"""The limits that a scenario relaxes for itself alone: other quotas, and what stands that it may move all the same."""

from collections.abc import Iterable

from ptman.assign.problem import Role
from ptman.assign.request import Limit
from ptman.models import Scenario

FREE = "free"


def quotas(record: Scenario) -> tuple[Limit, ...]:
    return tuple(Limit(Role(one[0]), one[1], one[3], one[2]) for one in record.limits if one[0] != FREE)


def freed(record: Scenario) -> tuple[tuple[str, Role], ...]:
    """What stands, by student and role, that may move in this scenario."""
    return tuple((one[1], Role(one[2])) for one in record.limits if one[0] == FREE)


def set_quota(record: Scenario, limit: Limit) -> None:
    """Let this quota hold in the scenario, in the place of the one there was."""
    here = (limit.role.value, limit.target, limit.at)
    others = [one for one in record.limits if tuple(one[:3]) != here]
    record.limits = [*others, [*here, limit.upper]]


def free(record: Scenario, student: str, role: Role) -> None:
    if (student, role) not in freed(record):
        record.limits = [*record.limits, [FREE, student, role.value]]


def drop(record: Scenario, limits: Iterable[Limit]) -> None:
    """Let the recorded quotas hold again."""
    gone = {(one.role.value, one.target, one.at) for one in limits}
    record.limits = [one for one in record.limits if tuple(one[:3]) not in gone]
