"""Looks through an OpenDocument sheet: its rows and cells with all their repetitions, before any library sees it."""

from zipfile import ZipInfo

from ptman.intake import bad_files, ods_sheet, scan
from ptman.intake.facts import Facts
from ptman.intake.package import Package
from ptman.intake.scan import Attributes, Tally

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MIME = b"application/vnd.oasis.opendocument.spreadsheet"


def is_sheet(archive: Package) -> bool:
    """Whether the archive calls itself an OpenDocument sheet."""
    part = next((part for part in archive.parts if part.filename == "mimetype"), None)
    return part is not None and b"".join(archive.chunks(part)).strip().startswith(_MIME)


def examine(archive: Package, tally: Tally) -> Facts:
    """The facts about the sheets; raises PtmanError with a code of bad_files.SENTENCES."""
    parts = {part.filename: part for part in archive.parts}
    if _MANIFEST in parts:
        manifest = _ManifestScan(tally, _MANIFEST)
        manifest.run(archive.chunks(parts[_MANIFEST]))
        if manifest.encrypted:
            raise bad_files.refusal("password-protected", archive.name)
    if _CONTENT not in parts:
        raise archive.damaged(_CONTENT)
    content = ods_sheet.ContentScan(tally, _CONTENT)
    content.run(archive.chunks(parts[_CONTENT]))
    for name, part in parts.items():
        if name not in {_CONTENT, _MANIFEST}:
            _read(archive, tally, part)
    macros = any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in parts)
    return Facts(content.sheets, content.date_1904, macros, links=content.links, part=_CONTENT, plain=True)


def _read(archive: Package, tally: Tally, part: ZipInfo) -> None:
    """To its end, so that no damage and no definition stays unseen."""
    if part.filename.endswith((".xml", ".rdf")):
        scan.PartScan(tally, part.filename).run(archive.chunks(part))
    else:
        for _ in archive.chunks(part):
            pass


class _ManifestScan(scan.PartScan):
    """Whether parts are encrypted."""

    def __init__(self, tally: Tally, part: str) -> None:
        super().__init__(tally, part)
        self.encrypted = False
        self.handlers = {"encryption-data": self._encryption}

    def _encryption(self, _attributes: Attributes) -> None:
        self.encrypted = True
