"""Writes OpenDocument sheets (.ods) by hand, part by part, sound and otherwise."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

MIME = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = "META-INF/manifest.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(f'xmlns:{one}="{_PREFIX}{one}:1.0"' for one in ("office", "table", "text"))
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def cell(value: object, more: str = "") -> str:
    """One cell; `more` are attributes of it."""
    if value is None:
        return f"<table:table-cell {more}/>"
    kind, stored = _stored(value)
    shown = escape(str(value))
    head = f"<table:table-cell office:value-type={quoteattr(kind)} {stored} {more}>"
    return f"{head}<text:p>{shown}</text:p></table:table-cell>"


def _stored(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return "boolean", f'office:boolean-value="{str(value).lower()}"'
    if isinstance(value, int | float):
        return "float", f'office:value="{value!r}"'
    if isinstance(value, date):
        stored = value.isoformat() if isinstance(value, datetime) else f"{value:%Y-%m-%d}"
        return "date", f'office:date-value="{stored}"'
    return "string", ""


def row(values: Sequence[object], more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(map(cell, values))}</table:table-row>"


def table(name: str, rows: str, columns: str = "<table:table-column/>") -> str:
    return f"<table:table table:name={quoteattr(name)}>{columns}{rows}</table:table>"


def content(tables: str, before: str = "") -> str:
    return (
        f"{_HEAD}<office:document-content {_SPACES} {_CALC}><office:body><office:spreadsheet>{before}{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def manifest(within: str = "") -> str:
    """The list of parts; `within` stands in the entry of the content."""
    space = f'xmlns:manifest="{_PREFIX}manifest:1.0"'
    entry = '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
    return f"{_HEAD}<manifest:manifest {space}>{entry}{within}</manifest:file-entry></manifest:manifest>"


def workbook(tables: str, parts: Mapping[str, str | bytes] | None = None, before: str = "") -> bytes:
    """The bytes of a file; `parts` come beside its content or in its place."""
    every = {"mimetype": MIME, MANIFEST: manifest(), "content.xml": content(tables, before), **(parts or {})}
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in every.items():
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), part, packed)
    return output.getvalue()


def roster(rows: Sequence[Sequence[object]], name: str = "Sheet1") -> bytes:
    return workbook(table(name, "".join(map(row, rows))))
