"""Looks through a file before any library sees it: what it is, whether it is whole, and whether it is bearable."""

import posixpath
from typing import BinaryIO

from ptman.intake import bad_files, ods_scan, package, scan, sheet_scan, sniff, xls_scan
from ptman.intake.facts import Facts, SheetFacts
from ptman.intake.limits import Limits
from ptman.intake.package import Package
from ptman.intake.scan import Attributes, Tally

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_OTHERS = (
    ("xl/workbook.bin", "not-xlsx:xlsb"),
    ("word/document.xml", "not-xlsx:docx"),
    ("ppt/presentation.xml", "not-xlsx:pptx"),
)
# Sheets and shared texts may have any name below this folder.
_XL = "xl/"
_SHEET_PARTS = "xl/worksheets/"


class _WorkbookScan(scan.PartScan):
    """The workbook's own part: its sheets in order and its calendar."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(tally, _WORKBOOK)
        self.sheets: list[tuple[str, str]] = []
        self.date_1904 = False
        self.handlers = {"sheet": self._sheet, "workbookPr": self._properties}

    def _sheet(self, attributes: Attributes) -> None:
        relation = next((value for name, value in attributes.items() if scan.local(name) == "id"), "")
        self.sheets.append((attributes.get("name", ""), relation))

    def _properties(self, attributes: Attributes) -> None:
        self.date_1904 = attributes.get("date1904", "") in {"1", "true"}


class _RelationScan(scan.PartScan):
    """Which part each sheet is kept in."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(tally, _RELATIONS)
        self.targets: dict[str, str] = {}
        self.handlers = {"Relationship": self._relationship}

    def _relationship(self, attributes: Attributes) -> None:
        target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
        self.targets[attributes.get("Id", "")] = target.lstrip("/").casefold()


def examine(stream: BinaryIO, name: str, limits: Limits) -> Facts:
    """The facts about the workbook in `stream`; raises PtmanError with a code of bad_files.SENTENCES."""
    if _kind(stream, name, limits) == sniff.OLD_WORKBOOK:
        return xls_scan.examine(stream, name, limits.by_value())
    archive = package.opened(stream, name, limits)
    if ods_scan.is_sheet(archive):
        _check_sizes(archive, limits)
        return ods_scan.examine(archive, Tally(name, limits.by_value()))
    _check_workbook(archive)
    _check_sizes(archive, limits)
    return _examined(archive, Tally(name, limits))


def _examined(archive: Package, tally: Tally) -> Facts:
    parts = {part.filename.casefold(): part for part in archive.parts}
    workbook, relations = _WorkbookScan(tally), _RelationScan(tally)
    for first in (workbook, relations):
        if first.part not in parts:
            raise archive.damaged(first.part)
        first.run(archive.chunks(parts[first.part]))
    if len(workbook.sheets) > tally.limits.sheets:
        raise tally.refusal("too-many-sheets", count=len(workbook.sheets), limit=tally.limits.sheets)
    titles = {relations.targets.get(relation, ""): title for title, relation in workbook.sheets}
    sheets = _scan_rest(archive, tally, titles)
    names = frozenset(parts)
    return Facts(
        sheets=sheets,
        date_1904=workbook.date_1904,
        macros=any(part.endswith("vbaproject.bin") for part in names),
        links=any(part.startswith("xl/externallinks/") for part in names),
    )


def _kind(stream: BinaryIO, name: str, limits: Limits) -> str | None:
    """None for a zip archive, OLD_WORKBOOK for the old container; anything else is refused."""
    size = stream.seek(0, 2)
    if size > limits.file_bytes:
        size_mb, limit_mb = bad_files.megabytes(size), bad_files.megabytes(limits.file_bytes)
        raise bad_files.refusal("file-too-large", name, size=size_mb, limit=limit_mb)
    if size and name.startswith("~$"):
        raise bad_files.refusal("not-a-workbook:owner", name)
    code = sniff.complaint(stream)
    if code not in {None, sniff.OLD_WORKBOOK}:
        raise bad_files.refusal(str(code), name, part="-")
    return code


def _check_workbook(archive: Package) -> None:
    """Refuse an archive that is something else than a workbook."""
    parts = {part.filename.casefold() for part in archive.parts}
    if _WORKBOOK in parts:
        return
    for part, code in _OTHERS:
        if part in parts:
            raise bad_files.refusal(code, archive.name)
    raise bad_files.refusal("not-xlsx:zip", archive.name)


def _check_sizes(archive: Package, limits: Limits) -> None:
    sheets = sum(part.filename.casefold().startswith(_SHEET_PARTS) for part in archive.parts)
    if len(archive.parts) > limits.parts:
        if sheets > limits.sheets:
            raise bad_files.refusal("too-many-sheets", archive.name, count=sheets, limit=limits.sheets)
        raise bad_files.refusal("too-many-parts", archive.name, limit=limits.parts)
    size = sum(part.file_size for part in archive.parts)
    if size > limits.inflated_bytes:
        size_mb, limit_mb = bad_files.megabytes(size), bad_files.megabytes(limits.inflated_bytes)
        raise bad_files.refusal("inflates-too-large", archive.name, size=size_mb, limit=limit_mb)


def _scan_rest(archive: Package, tally: Tally, titles: dict[str, str]) -> dict[str, SheetFacts]:
    """Every other part is read to its end, so that no damage and no definition stays unseen."""
    found: dict[str, SheetFacts] = {}
    for part in archive.parts:
        folded = part.filename.casefold()
        if folded in {_WORKBOOK, _RELATIONS}:
            continue
        if folded.startswith(_XL) and folded.endswith(".xml"):
            reader = sheet_scan.SheetScan(tally, part.filename, titles.get(folded, part.filename))
            reader.run(archive.chunks(part))
            if folded in titles:
                found[titles[folded]] = reader.facts
        elif folded.endswith((".xml", ".rels")):
            scan.PartScan(tally, part.filename).run(archive.chunks(part))
        else:
            for _ in archive.chunks(part):
                pass
    return found
