"""What keeping a workbook would do: every row new, changed, unchanged, doubtful or refused, before anything happens."""

from collections.abc import Callable, Iterator, Mapping
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
    places,
    rows,
    twins,
)
from ptman.intake.apart import Drawn
from ptman.intake.headers import Found
from ptman.intake.known import Known
from ptman.intake.memory import Memory
from ptman.intake.outcome import Outcome, Said, Step, Twin
from ptman.intake.planning import Headers, Planner
from ptman.intake.rows import Complaint
from ptman.intake.sheet import Sheet
from ptman.labels import Label
from ptman.rules import text

Plan = Callable[[Planner, Outcome], None]
Progress = Callable[[int, int], None]
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

    `decided` is by row whom a person said it means: the id of a record, nothing for somebody new.
    """

    book: str
    label: Label
    sheet: Sheet
    found: Found
    fields: Mapping[str, Field]
    required: frozenset[str]
    decided: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A drafted workbook: items to look at, the steps that keeping an item means, and every complaint.

    `said` is what each item says of records, `memory` what its source (kind and sender) said before; `twins` are by
    item the records on file that a new person may be.
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


def compare(parts: list[Part], known: Known, today: date, memory: Memory, *, date1904: bool = False) -> IntakeDraft:
    """Read every row of every part and hold it against what is known and what the source said before. Pure."""
    complaints: list[Complaint] = []
    remarks = [remark for part in parts for remark in _remarks(part)]
    drawn: list[Drawn] = []
    alike: dict[str, tuple[Twin, ...]] = {}
    listed: dict[str, list[Outcome]] = {}
    for part in parts:
        planner = _planner(part, known, today, memory)
        outcomes = list(_outcomes(part, planner, date1904=date1904))
        twins.watch(part.book, planner, outcomes)
        alike |= {apart.key(part.sheet.name, one): tuple(one.twins) for one in outcomes if one.twins}
        listed.setdefault(part.book, []).extend(outcomes)
        drawn += [one for outcome in outcomes for one in apart.rows(part.sheet.name, outcome)]
        complaints += [one for outcome in outcomes for one in outcome.complaints]
    for book, outcomes in listed.items():
        drawn += departed.rows(book, departed.Past(known, memory, today), outcomes)
    items = tuple(one.item for one in drawn)
    steps = {one.item.key: one.steps for one in drawn if one.item.can_be_kept}
    said = {one.item.key: one.said for one in drawn}
    title = Label(
        "、".join(dict.fromkeys(part.label.zh for part in parts)), ", ".join(dict.fromkeys(p.label.en for p in parts))
    )
    seen = drafts.Draft(title, items, tuple(remarks))
    return IntakeDraft(kind(parts), "", seen, steps, tuple(complaints), said=said, memory=memory, twins=alike)


def kind(parts: list[Part]) -> str:
    """What kind of workbook these sheets make."""
    return "+".join(dict.fromkeys(part.book for part in parts))


def _planner(part: Part, known: Known, today: date, memory: Memory) -> Planner:
    own = rows.own_headers(part.sheet, part.found)
    places_of = {rows.slot(key, ordinal): column for key, column, ordinal in part.found.columns}
    planner = Planner(known, Headers(places_of, part.fields, own), today, memory)
    planner.decided = part.decided
    return planner


def _outcomes(part: Part, planner: Planner, *, date1904: bool) -> Iterator[Outcome]:
    columns = rows.Columns(part.found, part.fields, part.required, planner.today, date1904, planner.headers.own)
    for line in rows.lines(part.sheet, columns):
        outcome = Outcome(line, title=str(line.values.get("person.name", "")), notes=list(line.notes))
        outcome.complaints += line.complaints
        if not line.complaints:
            plan = PLANS.get(part.book)
            if plan is None:
                book_any.plan(planner, outcome, part.book)
            else:
                plan(planner, outcome)
        yield outcome


def _is_serial(header: str) -> bool:
    return text.header_key(header) in {"序号", "no", "序号no"}


def _remarks(part: Part) -> list[Label]:
    name = part.sheet.name
    remarks = []
    unknown = [
        header or places.column_letters(column) for column, header in part.found.unknown if not _is_serial(header)
    ]
    if unknown:
        shown = "、".join(unknown)
        remarks.append(
            Label(f"“{name}”中的这些列没有对应项，未读取：{shown}", f"Columns of “{name}” not read: {shown}")
        )
    for key, columns in part.found.ambiguous:
        letters = "、".join(places.column_letters(column) for column in columns)
        label = part.fields[key].label
        remarks.append(
            Label(
                f"“{name}”的 {letters} 列都像“{label.zh}”，均未读取；请只留一列。",
                f"Columns {letters} of “{name}” both look like “{label.en}”; neither was read, keep one.",
            )
        )
    if part.sheet.hidden_rows:
        count = part.sheet.hidden_rows
        remarks.append(
            Label(f"“{name}”有 {count} 个隐藏行，已一并读取", f"{count} hidden rows of “{name}” were read too")
        )
    return remarks
