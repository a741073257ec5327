"""What keeping a workbook would do: every row new, changed, unchanged, doubtful or refused, before anything happens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ptman import drafts
from ptman.fields import Field
from ptman.intake import (
    book_bases,
    book_preferences,
    book_students,
    book_supervisors,
    places,
    rows,
)
from ptman.intake.headers import Found
from ptman.intake.known import Known
from ptman.intake.planning import Headers, Outcome, Planner, Step
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
    """One recognised sheet and what its columns are."""

    book: str
    label: Label
    sheet: Sheet
    found: Found
    fields: Mapping[str, Field]
    required: frozenset[str]


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A drafted workbook: items to look at, the steps that keeping an item means, and every complaint."""

    kind: str
    file: str
    draft: drafts.Draft
    steps: Mapping[str, tuple[Step, ...]]
    complaints: tuple[Complaint, ...]
    sha256: str = ""


def compare(parts: list[Part], known: Known, today: date, *, date1904: bool = False) -> IntakeDraft:
    """Read every row of every part and hold it against what is known. Pure."""
    items: list[drafts.Item] = []
    steps: dict[str, tuple[Step, ...]] = {}
    complaints: list[Complaint] = []
    remarks: list[Label] = []
    for part in parts:
        remarks += _remarks(part)
        for outcome in _outcomes(part, known, today, date1904=date1904):
            item = _item(part, outcome)
            items.append(item)
            complaints += outcome.complaints
            if item.can_be_kept:
                steps[item.key] = tuple(outcome.steps)
    books = dict.fromkeys(part.book for part in parts)
    title = Label(
        "、".join(dict.fromkeys(part.label.zh for part in parts)), ", ".join(dict.fromkeys(p.label.en for p in parts))
    )
    drawn = drafts.Draft(title, tuple(items), tuple(remarks))
    return IntakeDraft("+".join(books), "", drawn, steps, tuple(complaints))


def _outcomes(part: Part, known: Known, today: date, *, date1904: bool) -> list[Outcome]:
    own = rows.own_headers(part.sheet, part.found)
    columns = rows.Columns(part.found, part.fields, part.required, today, date1904, own)
    places_of = {rows.slot(key, ordinal): column for key, column, ordinal in part.found.columns}
    planner = Planner(known, Headers(places_of, part.fields, own), today)
    outcomes = []
    for line in rows.lines(part.sheet, columns):
        outcome = Outcome(line, title=str(line.values.get("person.name", "")), notes=list(line.notes))
        outcome.complaints += line.complaints
        if not line.complaints:
            PLANS[part.book](planner, outcome)
        outcomes.append(outcome)
    return outcomes


def _item(part: Part, outcome: Outcome) -> drafts.Item:
    row = outcome.line.row
    sentences = [_in_words(complaint) for complaint in outcome.complaints]
    notes = tuple(dict.fromkeys([*sentences, *outcome.notes]))
    fate = outcome.fate
    differences = () if fate is drafts.Fate.NEW else tuple(outcome.differences)
    where = f"{part.sheet.name} · {row}"
    return drafts.Item(f"{part.sheet.name}!{row}", fate, outcome.title, differences, notes, where)


def _in_words(complaint: Complaint) -> Label:
    said = f"“{complaint.value}” " if complaint.value else ""
    place = f"{places.address(complaint.row, complaint.column)} " if complaint.column else ""
    return Label(
        f"{place}{complaint.header} {said}{complaint.message.zh}",
        f"{place}{complaint.header} {said}{complaint.message.en}",
    )


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
