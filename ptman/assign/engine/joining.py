"""Where choosing an academic supervisor and a placement together costs less than the two apart."""

import dataclasses

import numpy as np

from ptman.assign.engine import placing
from ptman.assign.engine.menus import NONE, Entries, Flags, Ground, Ints
from ptman.assign.engine.placing import Placements
from ptman.assign.problem import Role


@dataclasses.dataclass(frozen=True, slots=True)
class Joints:
    """An academic arc with a group each: which pair of collaborators meets (NONE: none), and whether nobody moves."""

    arc: Ints
    group: Ints
    pair: Ints
    kept: Flags


def joints(ground: Ground, academics: Entries, hosts: Entries, placed: Placements, anchor: list[str | None]) -> Joints:
    """Collaborators who meet, and what keeps all that stands; `anchor` is the academic supervisor who does."""
    keeps = _keeps(ground, academics, anchor)
    pairs = list(ground.problem.affinity)
    listed = {name: place for place, name in enumerate(academics.names)}
    known = {name: place for place, name in enumerate(hosts.names)}
    both = [(listed[one], known[two], at) for at, (one, two) in enumerate(pairs) if one in listed and two in known]
    friends = np.array(sorted(both), dtype=np.int64).reshape(len(both), 3)
    arc, host, pair = _met(academics, hosts, friends)
    own, group = _groups(placed, host)
    met = Joints(arc[own], group, pair[own], keeps[arc[own]] & placed.kept[group])
    rest = _kept(academics, (hosts, placed), (keeps, friends))
    order = np.lexsort((np.concatenate((met.group, rest.group)), np.concatenate((met.arc, rest.arc))))
    return Joints(
        np.concatenate((met.arc, rest.arc))[order],
        np.concatenate((met.group, rest.group))[order],
        np.concatenate((met.pair, rest.pair))[order],
        np.concatenate((met.kept, rest.kept))[order],
    )


def _keeps(ground: Ground, academics: Entries, anchor: list[str | None]) -> Flags:
    """Academic arcs that keep what stands, of students who have a placement standing, too."""
    known = {name: place for place, name in enumerate(academics.names)}
    stands = np.array([NONE - 1 if one is None else known.get(one, NONE - 1) for one in anchor], dtype=np.int64)
    placed = zip(ground.stands(Role.INDUSTRY), ground.stands(Role.BASE), strict=True)
    stands[[one is None and two is None for one, two in placed]] = NONE - 1
    return np.asarray(academics.key == stands[academics.who])


def _met(academics: Entries, hosts: Entries, friends: Ints) -> tuple[Ints, Ints, Ints]:
    """Academic arcs with the entries of collaborators that the same student may have."""
    every = np.arange(len(academics.names) + 1)
    bounds = np.searchsorted(friends[:, 0], every)
    real = np.flatnonzero(academics.key != NONE)
    key = academics.key[real]
    own, each = placing.spread(bounds[key], bounds[key + 1])
    arc, width = real[own], len(hosts.names) + 1
    have = hosts.who * width + np.where(hosts.key == NONE, width - 1, hosts.key)
    at, found = placing.look_up(have, academics.who[arc] * width + friends[each, 1])
    return arc[found], at[found], friends[each, 2][found]


def _groups(placed: Placements, host: Ints) -> tuple[Ints, Ints]:
    """The groups of each of these entries of hosts."""
    return placing.spread(
        np.searchsorted(placed.group_host, host), np.searchsorted(placed.group_host, host, side="right")
    )


def _kept(academics: Entries, places: tuple[Entries, Placements], known: tuple[Flags, Ints]) -> Joints:
    """What keeps all that stands without being collaborators."""
    (hosts, placed), (keeps, friends) = places, known
    arc = np.flatnonzero(keeps)
    of_student = hosts.who[placed.group_host]
    who = academics.who[arc]
    own, group = placing.spread(np.searchsorted(of_student, who), np.searchsorted(of_student, who, side="right"))
    arc, width = arc[own], len(hosts.names) + 1
    met = academics.key[arc] * width + hosts.key[placed.group_host[group]]
    chosen = placed.kept[group] & ~np.isin(met, friends[:, 0] * width + friends[:, 1])
    size = int(chosen.sum())
    return Joints(arc[chosen], group[chosen], np.full(size, NONE), np.ones(size, dtype=np.bool_))
