"""Finds out which of the kinds each sheet of a workbook is, by its headers and by what was said of them by hand."""

from collections.abc import Mapping
from dataclasses import replace

from ptman.errors import PtmanError
from ptman.intake import header_rows, headers, kinds
from ptman.intake.draft import Part
from ptman.intake.header_names import KindSpec
from ptman.intake.kinds import Book, BookKind
from ptman.intake.sheet import Workbook

Meanings = Mapping[str, Mapping[str, str]]
"""By kind: what each header (header_names.meaning_keys) of a source means, nothing where it is left out."""

# Rows that others name come first: a supervisor must be known before a choice can mean him.
_ORDER = [Book.BASES, Book.ACADEMIC_SUPERVISORS, Book.INDUSTRY_SUPERVISORS, Book.STUDENTS, Book.PREFERENCES]


def recognised(workbook: Workbook, book: Book | None = None, meanings: Meanings | None = None) -> list[Part]:
    """The sheets whose header is known, or a sentence that says what was looked for."""
    wanted = [kind for kind in kinds.kinds().values() if book in (None, kind.book)]
    specs = [spec_of(kind, meanings or {}) for kind in wanted]
    parts = []
    for sheet in workbook.sheets:
        ranked = [found for found in headers.ranked(sheet, specs) if _is_meant(found)]
        if ranked and (len(ranked) == 1 or ranked[0].score != ranked[1].score):
            kind = kinds.kinds()[Book(ranked[0].kind)]
            fields = {key: slot.field for key, slot in kind.slots.items()}
            required = frozenset(key for key, slot in kind.slots.items() if slot.required)
            part = Part(kind.book.value, kind.book.label, sheet, ranked[0], fields, required)
            _refuse_missing(workbook, part)
            parts.append(part)
    if not parts:
        raise _unrecognised(workbook, book)
    return sorted(parts, key=lambda part: _ORDER.index(Book(part.book)))


def spec_of(kind: BookKind, meanings: Meanings) -> KindSpec:
    """The columns of a kind, and what was said of headers; of columns it no longer has nothing is held."""
    said = meanings.get(kind.book.value, {}).items()
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


def _unrecognised(workbook: Workbook, book: Book | None) -> PtmanError:
    books = [book] if book else list(Book)
    zh = "、".join(one.label.zh for one in books)
    en = ", ".join(one.label.en for one in books)
    return PtmanError(
        "no-known-header",
        f"{workbook.path_name} 的前 {header_rows.FIRST_ROWS} 行中没有认出表头（找过：{zh}）。"
        "未读取任何行；可以逐列指明是什么。",
        f"No header row was recognised in {workbook.path_name} (looked for: {en}). "
        "Nothing was read; you can say what each column is.",
    )
