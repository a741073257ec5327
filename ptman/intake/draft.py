"""What keeping a workbook would do: every row new, changed, unchanged, doubtful or refused, before anything happens."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ptman import drafts
from ptman.fields import Field
from ptman.intake import (
    apart,
    book_any,
    book_bases,
    book_preferences,
    book_students,
    book_supervisors,
    departed,
    remarks,
    rows,
    settled,
    twins,
)
from ptman.intake.apart import Drawn
from ptman.intake.headers import Found
from ptman.intake.known import Known
from ptman.intake.memory import Memory
from ptman.intake.outcome import Outcome, Said, Step, Twin, brought
from ptman.intake.planning import Headers, Planner
from ptman.intake.rows import Complaint
from ptman.intake.settled import Mark, Marks, Settled, Standing
from ptman.intake.sheet import Sheet
from ptman.labels import Label

Plan = Callable[[Planner, Outcome], None]
PLANS: Mapping[str, Plan] = {
    "students": book_students.plan,
    "academic-supervisors": book_supervisors.plan_academic,
    "industry-supervisors": book_supervisors.plan_industry,
    "bases": book_bases.plan,
    "preferences": book_preferences.plan,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One recognised sheet and what its columns are.

    `decided` is by row whom a person said it means: the id of a record, nothing for somebody new. `settled` rows
    stand as the same source sent them before, in records untouched since: they need not be planned.
    """

    book: str
    label: Label
    sheet: Sheet
    found: Found
    fields: Mapping[str, Field]
    required: frozenset[str]
    decided: Mapping[int, str] = field(default_factory=dict)
    settled: Settled = field(default_factory=Settled)


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A drafted workbook: items to look at, the steps that keeping an item means, and every complaint.

    `said` is what each item says of records, `memory` what its source (kind and sender) said before; `twins` are by
    item the records on file that a new person may be. By `marks` the rows are told when they come again;
    `seen` is the last change set before the draft was drawn.
    """

    kind: str
    file: str
    draft: drafts.Draft
    steps: Mapping[str, tuple[Step, ...]]
    complaints: tuple[Complaint, ...]
    sha256: str = ""
    sender: str = ""
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    twins: Mapping[str, tuple[Twin, ...]] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    seen: int = 0


def compare(parts: list[Part], known: Known, today: date, memory: Memory, *, date1904: bool = False) -> IntakeDraft:
    """Read every row of every part and hold it against what is known and what the source said before. Pure."""
    found = _Gathered()
    everything = known
    for at, part in enumerate(parts, start=1):
        planner = _planner(part, everything, today, memory)
        every = list(_outcomes(part, planner, date1904=date1904))
        found.take(part, planner, every, date1904=date1904)
        if at < len(parts):
            everything = everything.joined(brought(one for one in every if isinstance(one, Outcome)))
    for book, outcomes in found.listed.items():
        found.draw(departed.rows(book, departed.Past(known, memory, today, found.standing), outcomes))
    title = Label(
        "、".join(dict.fromkeys(part.label.zh for part in parts)), ", ".join(dict.fromkeys(p.label.en for p in parts))
    )
    return IntakeDraft(
        kind(parts),
        "",
        drafts.Draft(title, tuple(found.items), tuple(remarks.of(parts))),
        found.steps,
        tuple(found.complaints),
        said=found.said,
        memory=memory,
        twins=found.twins,
        marks=Marks(found.marks, b"".join(found.again)),
    )


@dataclass(slots=True)
class _Gathered:
    """What all parts come to together."""

    items: list[drafts.Item] = field(default_factory=list)
    steps: dict[str, tuple[Step, ...]] = field(default_factory=dict)
    said: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    twins: dict[str, tuple[Twin, ...]] = field(default_factory=dict)
    listed: dict[str, list[Outcome]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)
    marks: dict[str, Mark] = field(default_factory=dict)
    again: list[bytes] = field(default_factory=list)

    def take(self, part: Part, planner: Planner, every: list[Outcome | int], *, date1904: bool) -> None:
        """Take in the rows of one part: those planned, and by number those that stand as before."""
        outcomes = [one for one in every if isinstance(one, Outcome)]
        twins.watch(part.book, planner, outcomes)
        self.twins |= {apart.key(part.sheet.name, one): tuple(one.twins) for one in outcomes if one.twins}
        self.listed.setdefault(part.book, []).extend(outcomes)
        self.complaints += [one for outcome in outcomes for one in outcome.complaints]
        self.standing.join(planner.standing)
        self.again.append(settled.again(part.settled, {one.line.row for one in outcomes}))
        self.marks |= _marks(part, outcomes, date1904=date1904)
        sheet, names = part.sheet, part.found.column("person.name") or 0
        for one in every:
            if isinstance(one, Outcome):
                self.draw(apart.rows(sheet.name, one))
            else:
                self.items.append(apart.standing(sheet.name, one, sheet.word(one, names)))

    def draw(self, drawn: Iterable[Drawn]) -> None:
        for one in drawn:
            self.items.append(one.item)
            if one.item.can_be_kept:
                self.steps[one.item.key] = one.steps
            if one.said:
                self.said[one.item.key] = one.said


def _marks(part: Part, outcomes: list[Outcome], *, date1904: bool) -> dict[str, Mark]:
    """By item what rows are told by that say nothing new once they are kept, and nothing that wants a word."""
    if part.book not in settled.BOOKS or settled.is_merged(part.sheet, part.found):
        return {}
    by = settled.key(part.sheet, part.found, part.book, date1904=date1904)
    found = {}
    for one in outcomes:
        own = settled.digest_of(part.sheet, one.line.row, by) if one.is_silent else None
        if own is not None and one.line.row not in part.decided:
            refs = tuple((said.noun, said.ref) for said in one.said if said.noun in settled.NOUNS)
            found[apart.key(part.sheet.name, one)] = Mark(own, refs)
    return found


def kind(parts: list[Part]) -> str:
    """What kind of workbook these sheets make."""
    return "+".join(dict.fromkeys(part.book for part in parts))


def _planner(part: Part, known: Known, today: date, memory: Memory) -> Planner:
    own = rows.own_headers(part.sheet, part.found)
    places_of = {rows.slot(key, ordinal): column for key, column, ordinal in part.found.columns}
    planner = Planner(known, Headers(places_of, part.fields, own), today, memory)
    planner.decided = part.decided
    planner.standing = settled.Standing(part.settled)
    return planner


def _outcomes(part: Part, planner: Planner, *, date1904: bool) -> Iterator[Outcome | int]:
    """Each row planned, or its number where it stands as before."""
    columns = rows.Columns(part.found, part.fields, part.required, planner.today, date1904, planner.headers.own)

    def passed(row: int) -> bool:
        return row in part.settled.rows and row not in part.decided and row not in planner.wanted

    for line in rows.lines(part.sheet, columns, passed):
        if isinstance(line, int):
            yield line
            continue
        outcome = Outcome(line, title=str(line.values.get("person.name", "")), notes=list(line.notes))
        outcome.complaints += line.complaints
        if not line.complaints:
            plan = PLANS.get(part.book)
            if plan is None:
                book_any.plan(planner, outcome, part.book)
            else:
                plan(planner, outcome)
        yield outcome
