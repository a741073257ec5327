"""The headers of a sheet beside the columns of its kind, to be matched by hand where nobody has seen them before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.intake import header_names, header_rows, headers, kinds, places, recognition, rows
from ptman.intake.draft import Part
from ptman.intake.headers import Found
from ptman.intake.kinds import BookKind
from ptman.intake.recognition import Meanings
from ptman.intake.sheet import Sheet, Workbook
from ptman.labels import Label

LEFT_OUT = ""
SAMPLES = 3
NUMBERED = 6
"""So many choices of one kind are offered at least; a workbook may have more."""

# On the command line, where an empty word is easily a slip of the pen.
OUT_WORDS = {"-", "ignore", "忽略"}


@dataclass(frozen=True, slots=True)
class Target:
    """A column that a kind of workbook may have; `slot` tells numbered ones apart (academic#2)."""

    slot: str
    label: Label
    required: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """One header: what it is read as (None for nothing, LEFT_OUT by hand) and the first values below it."""

    header: str
    key: str
    column: str
    slot: str | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A person's word about one header: its slot, LEFT_OUT, or None to forget an earlier word."""

    header: str
    key: str
    slot: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The headers of one sheet of a source, or those a source is remembered by (`sheet` is empty then)."""

    book: str
    label: Label
    sheet: str
    headings: tuple[Heading, ...]
    targets: tuple[Target, ...]


def of_parts(parts: Iterable[Part]) -> tuple[Layout, ...]:
    """The sheets that were recognised by their headers."""
    named = kinds.kinds()
    return tuple(of_sheet(named[part.book], part.sheet, part.found) for part in parts if part.book in named)


def of_workbook(workbook: Workbook, book: str, meanings: Meanings) -> tuple[Layout, ...]:
    """The sheets of a workbook as one of `book`, whether or not enough was recognised to read it."""
    kind = kinds.kinds()[book]
    spec = recognition.spec_of(kind, meanings)
    found = [(sheet, next(iter(headers.ranked(sheet, [spec])), None)) for sheet in workbook.sheets if sheet.lines]
    return tuple(of_sheet(kind, sheet, one) for sheet, one in found)


def of_sheet(kind: BookKind, sheet: Sheet, found: Found | None) -> Layout:
    if found is None:
        row, shown = header_rows.likely(sheet)
        slots: dict[int, str | None] = {}
    else:
        row = found.header_row
        shown = next((shown for at, shown in _shown(sheet) if at == row), ())
        slots = {column: rows.slot(key, ordinal) for key, column, ordinal in found.columns}
        slots |= {column: LEFT_OUT for column, _ in found.ignored}
    keys = header_names.meaning_keys([header for _, header in shown])
    headings = tuple(
        Heading(header, key, places.column_letters(column), slots.get(column), tuple(_samples(sheet, row, column)))
        for (column, header), key in zip(shown, keys, strict=True)
    )
    return Layout(kind.book, kind.label, sheet.name, headings, targets(kind))


def remembered(book: str, said: Mapping[str, tuple[str, str]]) -> Layout:
    """What a source is remembered by: by key the header and its slot."""
    kind = kinds.kinds()[book]
    headings = tuple(Heading(header, key, "", slot) for key, (header, slot) in said.items())
    return Layout(book, kind.label, "", headings, targets(kind))


def targets(kind: BookKind) -> tuple[Target, ...]:
    """Every column of a kind, the required ones first."""
    found = list(_targets(kind))
    return tuple(sorted(found, key=lambda one: not one.required))


def _targets(kind: BookKind) -> Iterator[Target]:
    for key, slot in kind.slots.items():
        label = slot.field.label
        if not slot.many:
            yield Target(key, label, slot.required)
            continue
        for ordinal in range(1, NUMBERED + 1):
            yield Target(rows.slot(key, ordinal), Label(f"{label.zh}{ordinal}", f"{label.en} {ordinal}"), slot.required)


def _shown(sheet: Sheet) -> Iterator[tuple[int, tuple[tuple[int, str], ...]]]:
    for row, row_headers in header_rows.rows(sheet):
        yield row, tuple((header.column, header.shown) for header in row_headers)


def _samples(sheet: Sheet, row: int, column: int) -> Iterator[str]:
    given = 0
    for line in sheet.lines:
        cell = sheet.cell(line.row, column) if line.row > row else None
        if cell is not None and given < SAMPLES:
            given += 1
            yield cell.text()


def parsed(words: Iterable[str], book: str | None) -> Mapping[str, tuple[Meaning, ...]]:
    """`HEADER=field` of the command line, for every kind that has the field; PtmanError `map-unknown` for none."""
    wanted = [kind for kind in kinds.kinds().values() if book in (None, kind.book)]
    found: dict[str, tuple[Meaning, ...]] = {}
    for word in words:
        header, sign, field = (part.strip() for part in word.rpartition("="))
        slots = {kind.book: _slot(kind, field) for kind in wanted} if sign and header else {}
        if all(slot is None for slot in slots.values()):
            raise PtmanError(
                "map-unknown",
                f"看不懂 --map “{word}”：应为“表头=列名”，列名如“学号”或 student.student_no；不读取写“-”。未作改动。",
                f"--map “{word}” is not understood: expected HEADER=field, a field by its name or as "
                "student.student_no, or - to leave the column out. Nothing was changed.",
            )
        for kind, slot in slots.items():
            if slot is not None:
                said = Meaning(header, header_names.meaning_keys([header])[0], slot)
                found[kind] = (*found.get(kind, ()), said)
    return found


def refuse_strangers(parts: Iterable[Part], said: Mapping[str, tuple[Meaning, ...]]) -> None:
    """PtmanError `map-no-header` where a word is about a header that no recognised sheet has."""
    there = {heading.key for layout in of_parts(parts) for heading in layout.headings}
    strange = [one.header for words in said.values() for one in words if one.key not in there]
    if strange:
        raise PtmanError(
            "map-no-header",
            f"表中没有表头“{strange[0]}”，请检查 --map 的写法。未作改动。",
            f"There is no header “{strange[0]}”; check what --map says. Nothing was changed.",
        )


def _slot(kind: BookKind, field: str) -> str | None:
    if field.casefold() in OUT_WORDS:
        return LEFT_OUT
    if any(field == target.slot for target in _targets(kind)):
        return field
    named = header_names.lexicon(kind.spec()).find(field)
    return rows.slot(named.key, named.ordinal) if named else None
