"""Who may be placed where: each student's industry supervisors with their bases, either alone, or neither."""

import dataclasses

import numpy as np

from ptman.assign.engine.menus import NONE, UNKNOWN, Entries, Flags, Ground, Ints
from ptman.assign.problem import Role


@dataclasses.dataclass(frozen=True, slots=True)
class Placements:
    """Arcs as pairs of a host's and a site's entry, in groups of one host; the vacancy is a student's last.

    Where something stands, a host's arcs that keep it are a group of their own. `moved` flags arcs with which the
    student has moved, `kept` groups with which nobody has.
    """

    host: Ints
    site: Ints
    group: Ints
    moved: Flags
    kept: Flags
    group_host: Ints


@dataclasses.dataclass(frozen=True, slots=True)
class Rules:
    """By student whether host and site are locked, and whether one may be given without the other."""

    host_locked: Flags
    site_locked: Flags
    loose: Flags


def placements(ground: Ground, hosts: Entries, sites: Entries, anchored: Flags) -> Placements:
    """`anchored` flags students for whom an academic supervisor stands."""
    rules = _rules(ground, hosts, sites)
    host, site = _pairs(ground, hosts, sites, rules)
    host_stands, none = _stands(ground, Role.INDUSTRY, hosts)
    site_stands, bare = _stands(ground, Role.BASE, sites)
    who = hosts.who[host]
    stands = ~(none & bare)[who]
    stays = (none[who] | (host_stands[who] == hosts.key[host])) & (bare[who] | (site_stands[who] == sites.key[site]))
    order = np.argsort((2 * host + (stands & ~stays)) * len(sites) + site, kind="stable")
    host, site, stands, stays = host[order], site[order], stands[order], stays[order]
    marks = 2 * host + (stands & ~stays)
    first = np.ones(len(marks), dtype=np.bool_)
    first[1:] = marks[1:] != marks[:-1]
    group = np.cumsum(first) - 1
    moved = stands & (anchored[hosts.who[host]] | ~stays)
    return Placements(host, site, group, moved, (stays | ~stands)[first], host[first])


def _stands(ground: Ground, role: Role, entries: Entries) -> tuple[Ints, Flags]:
    """By student who stands, and whether nobody does."""
    known = {name: place for place, name in enumerate(entries.names)}
    names = ground.stands(role)
    found = [UNKNOWN if name is None else known.get(name, UNKNOWN) for name in names]
    return np.array(found, dtype=np.int64), np.array([name is None for name in names], dtype=np.bool_)


def _rules(ground: Ground, hosts: Entries, sites: Entries) -> Rules:
    of_hosts, of_sites = ({name: place for place, name in enumerate(one.names)} for one in (hosts, sites))
    host_locked = ground.locked(Role.INDUSTRY, of_hosts) != NONE
    site_locked = ground.locked(Role.BASE, of_sites) != NONE
    both = ground.needs(Role.INDUSTRY) & ground.needs(Role.BASE)
    return Rules(host_locked, site_locked, ~both | ground.problem.penalties.partial)


def _pairs(ground: Ground, hosts: Entries, sites: Entries, rules: Rules) -> tuple[Ints, Ints]:
    idle = np.flatnonzero(sites.key == NONE)
    """By student the entry without a site."""
    near, at = _near(ground, hosts, sites, rules)
    who, real = hosts.who, hosts.key != NONE
    alone = np.flatnonzero(real & ~rules.site_locked[who] & (rules.loose | rules.host_locked)[who])
    without = np.flatnonzero(~real)
    starts = np.searchsorted(sites.who, np.arange(len(ground.students)))
    open_to = without[(rules.loose | rules.site_locked)[who[without]]]
    own, each = spread(starts[who[open_to]], idle[who[open_to]])
    vacant = without[~rules.site_locked[who[without]]]
    host = np.concatenate((near, alone, open_to[own], vacant))
    return host, np.concatenate((at, idle[who[alone]], each, idle[who[vacant]]))


def _near(ground: Ground, hosts: Entries, sites: Entries, rules: Rules) -> tuple[Ints, Ints]:
    """Each host with its own bases as far as they are open; two locks go together wherever they are."""
    bases = {one.id: one.bases for one in ground.problem.industry}
    place = {name: at for at, name in enumerate(sites.names)}
    listed = [sorted(place[base] for base in bases[name] if base in place) for name in hosts.names]
    ends = np.cumsum([len(one) for one in listed], dtype=np.int64)
    runs = np.array([base for one in listed for base in one], dtype=np.int64)
    both = (rules.host_locked & rules.site_locked)[hosts.who]
    real = np.flatnonzero((hosts.key != NONE) & ~both)
    end = ends[hosts.key[real]]
    own, each = spread(end - np.array([len(one) for one in listed], dtype=np.int64)[hosts.key[real]], end)
    host, width = real[own], len(sites.names) + 1
    have = sites.who * width + np.where(sites.key == NONE, width - 1, sites.key)
    at, found = look_up(have, hosts.who[host] * width + runs[each])
    held = np.flatnonzero((hosts.key != NONE) & both)
    starts = np.searchsorted(sites.who, np.arange(len(ground.students)))
    return np.concatenate((host[found], held)), np.concatenate((at[found], starts[hosts.who[held]]))


def spread(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The numbers from each start to before its end one after another, each with the place of its start."""
    sizes = ends - starts
    own = np.repeat(np.arange(len(starts)), sizes)
    return own, np.arange(len(own)) + (starts - np.cumsum(sizes) + sizes)[own]


def look_up(have: Ints, wanted: Ints) -> tuple[Ints, Flags]:
    """Where each wanted number stands among those had, and whether it stands there."""
    if not len(have):
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=np.bool_)
    order = np.argsort(have, kind="stable")
    at = order[np.minimum(np.searchsorted(have, wanted, sorter=order), len(have) - 1)]
    return at, have[at] == wanted
