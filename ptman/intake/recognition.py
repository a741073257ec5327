"""Finds out which of the kinds each sheet of a workbook is, by its headers and by what was said of them by hand."""

from collections.abc import Mapping
from dataclasses import replace

from ptman.errors import PtmanError
from ptman.intake import header_rows, headers, kinds, slots
from ptman.intake.draft import Part
from ptman.intake.header_names import KindSpec
from ptman.intake.headers import Found
from ptman.intake.kinds import Book, BookKind
from ptman.intake.returned import finding
from ptman.intake.sheet import Sheet, Workbook
from ptman.models.core import fields_of, nouns

Meanings = Mapping[str, Mapping[str, str]]
"""By kind: what each header (header_names.meaning_keys) of a source means, nothing where it is left out."""

# Rows that others name come first: a supervisor must be known before a choice can mean him.
_ORDER = [Book.BASES, Book.ACADEMIC_SUPERVISORS, Book.INDUSTRY_SUPERVISORS, Book.STUDENTS, Book.PREFERENCES]

# So many columns of a noun tell that a sheet is of it.
LEAST_COLUMNS = 2


def recognised(workbook: Workbook, book: str | None = None, meanings: Meanings | None = None) -> list[Part]:
    """The sheets whose header is known, or a sentence that says what was looked for; first what was sent out."""
    if back := finding.parts(workbook):
        return back
    parts = []
    for sheet in workbook.sheets:
        found = _best(sheet, book, meanings or {})
        if found is not None:
            kind = kinds.kinds()[found.kind]
            fields = {key: slot.field for key, slot in kind.slots.items()}
            required = frozenset(key for key, slot in kind.slots.items() if slot.required)
            part = Part(kind.book, kind.label, sheet, found, fields, required)
            _refuse_missing(workbook, part)
            parts.append(part)
    if not parts:
        raise _unrecognised(workbook, book)
    return sorted(parts, key=lambda part: turn(part.book))


def turn(book: str) -> int:
    """The place of a kind in the order of importing; other nouns come last, for they name what rosters bring."""
    return _ORDER.index(Book(book)) if book in set(Book) else len(_ORDER)


def _best(sheet: Sheet, book: str | None, meanings: Meanings) -> Found | None:
    """A roster whose header fits whole, else a noun of which the sheet says all that is needed, else what fits most."""
    every = kinds.kinds().values()
    if book is not None:
        return _first(sheet, [kind for kind in every if kind.book == book], meanings)
    roster = _first(sheet, [kind for kind in every if not kind.noun], meanings)
    if roster is not None and not roster.missing:
        return roster
    return _first(sheet, [kind for kind in every if kind.noun], meanings) or roster


def _first(sheet: Sheet, wanted: list[BookKind], meanings: Meanings) -> Found | None:
    """The kind that fits best; none where two fit equally well."""
    specs = [spec_of(kind, meanings) for kind in wanted]
    ranked = [found for found in headers.ranked(sheet, specs) if _is_meant(found)]
    if len(wanted) > 1:
        ranked = [found for found in ranked if not kinds.kinds()[found.kind].noun or _is_whole(found)]
    best = ranked[:2]
    return best[0] if best and (len(best) == 1 or best[0].score != best[1].score) else None


def _is_whole(found: Found) -> bool:
    """Every needed column and half of all there are: a noun has few needed ones, which other sheets have too."""
    kind, keys = kinds.kinds()[found.kind], {key for key, *_ in found.columns}
    cls = nouns()[kind.noun]
    needed = [f"{kind.noun}.{field.key}" for field in fields_of(cls) if field.required or field.key in cls.NATURAL_KEY]
    there = all(key in keys or key + slots.NUMBER in keys for key in needed)
    return there and len(keys) >= LEAST_COLUMNS and len(keys) >= sum(bool(header) for _, header in found.unknown)


def spec_of(kind: BookKind, meanings: Meanings) -> KindSpec:
    """The columns of a kind, and what was said of headers; of columns it no longer has nothing is held."""
    said = meanings.get(kind.book, {}).items()
    return replace(kind.spec(), meant=tuple((key, slot) for key, slot in said if not slot or _exists(kind, slot)))


def _exists(kind: BookKind, slot: str) -> bool:
    key, _, ordinal = slot.partition("#")
    return key in kind.slots and kind.slots[key].many == bool(ordinal)


def _is_meant(found: headers.Found) -> bool:
    """A student number and a name alone are no list of choices."""
    choices = {"academic", "industry", "base", "target"}
    return found.kind != Book.PREFERENCES or any(key in choices for key, *_ in found.columns)


def _refuse_missing(workbook: Workbook, part: Part) -> None:
    if part.found.missing:
        zh = "、".join(part.fields[key].label.zh for key in part.found.missing)
        en = ", ".join(part.fields[key].label.en for key in part.found.missing)
        raise PtmanError(
            "column-missing",
            f"{workbook.path_name} 的“{part.sheet.name}”像“{part.label.zh}”，但缺少这些列：{zh}。"
            "未读取任何行；请指明是哪一列，或补上列后重试。",
            f"“{part.sheet.name}” of {workbook.path_name} looks like {part.label.en} but lacks: {en}. "
            "Nothing was read; say which columns they are, or add them and try again.",
        )


def _unrecognised(workbook: Workbook, book: str | None) -> PtmanError:
    labels = [kinds.kinds()[one].label for one in ([book] if book else Book)]
    zh = "、".join(one.zh for one in labels)
    en = ", ".join(one.en for one in labels)
    return PtmanError(
        "no-known-header",
        f"{workbook.path_name} 的前 {header_rows.FIRST_ROWS} 行中没有认出表头（找过：{zh}）。"
        "未读取任何行；可以逐列指明是什么。",
        f"No header row was recognised in {workbook.path_name} (looked for: {en}). "
        "Nothing was read; you can say what each column is.",
    )
