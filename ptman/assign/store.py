"""The verbs of assigning: draft the pairings and placements of a cohort, keep what a person has taken of them."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import keeping, loading, solving, words
from ptman.assign.draft import AssignDraft, Proposal
from ptman.assign.problem import Role
from ptman.assign.records import Entry, Writer
from ptman.assign.request import PLAIN, Request
from ptman.assign.solving import UNWATCHED, Watch
from ptman.errors import PtmanError
from ptman.labels import Label, same
from ptman.models.choices import Origin


@dataclasses.dataclass(frozen=True, slots=True)
class ByHand:
    """Keys of the proposals that a person has set or locked in a draft, which are kept as theirs; `said` is why."""

    changed: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    said: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """What keeping has done: pairings and placements begun, and `ended` without a successor."""

    supervisions: int
    placements: int
    ended: int = 0


UNTOUCHED = ByHand()


def draft(
    session: Session, cohort: int, today: date, request: Request = PLAIN, watch: Watch = UNWATCHED
) -> AssignDraft:
    """Solve a cohort's assignment; nothing changes. What stands stays, unless the request lets it move.

    Raises PtmanError `nobody-to-assign` where the cohort has no enrolled students.
    """
    return solving.solve(loading.load(session, cohort, today), request, watch)


def keep(
    session: Session, plan: AssignDraft, taken: frozenset[str] | None, today: date, by_hand: ByHand = UNTOUCHED
) -> Kept:
    """Write the taken proposals (None: all that can be kept) as one change set.

    What is `by_hand` is kept with that origin, and locked where it says so. Raises PtmanError `draft-stale` where a
    record that the draft rests on has changed since, or the day has; and `over-capacity`, `apart` or `fixed` where the
    taken ones do not work without the others, or one would move what is locked.
    """
    cohort = plan.situation.cohort
    if loading.load(session, cohort, today).digest() != plan.situation.digest():
        raise stale()
    chosen = keeping.taken_of(plan, taken)
    begun = tuple(one for one in chosen if one.new)
    writer = Writer(session, cohort, today)
    _end(writer, plan, chosen)
    _begin(writer, plan, begun, by_hand)
    placements = sum(one.role is Role.BASE for one in begun)
    kept = Kept(len(begun) - placements, placements, len(chosen) - len(begun))
    journal.say(session, *_sentence(cohort, kept))
    return kept


def stale() -> PtmanError:
    return PtmanError(
        "draft-stale",
        "起草方案之后，有关记录已被改动，方案未保留，未作任何改动。请重新起草。",
        "Records that this draft rests on have changed since. Nothing was kept or changed; make the draft again.",
    )


def _sentence(cohort: int, kept: Kept) -> tuple[str, str]:
    zh = f"分配 {cohort} 级：导师 {kept.supervisions} 人次，基地 {kept.placements} 人"
    en = f"Assign cohort {cohort}: {kept.supervisions} pairings, {kept.placements} placements"
    return (f"{zh}，解除 {kept.ended} 项", f"{en}, {kept.ended} ended") if kept.ended else (zh, en)


def _end(writer: Writer, plan: AssignDraft, chosen: tuple[Proposal, ...]) -> None:
    learners = {one.id: one for one in plan.situation.students}
    for one in chosen:
        standing = learners[one.student].stands(one.role)
        if standing is not None:
            writer.end(one.role, standing.record, None if one.new else words.joined(one.reasons).zh)
    writer.session.flush()  # an old pairing must have ended before its successor begins


def _begin(writer: Writer, plan: AssignDraft, begun: tuple[Proposal, ...], by_hand: ByHand) -> None:
    learners = {one.id: one for one in plan.situation.students}
    for one in begun:
        writer.begin(_entry(one, by_hand), plan.situation.stay(learners[one.student]))


def _entry(one: Proposal, by_hand: ByHand) -> Entry:
    """A choice that a person has set or locked is theirs, whoever thought of it first."""
    points = Label(f"计 {one.points} 分（0 分最好）", f"{one.points} points (0 is best)")
    locked = one.key in by_hand.locked
    said = [words.BY_HAND] if one.key in by_hand.changed else [words.LOCKED] if locked else []
    origin = Origin.HAND if said else Origin.SOLVER
    if one.key in by_hand.said:
        said.append(same(by_hand.said[one.key]))
    reason = words.joined((*said, *one.reasons, points)).zh
    return Entry(one.student, one.role, one.new or "", origin, reason, locked)
