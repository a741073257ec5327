"""The same report as a Word file, for partners who write into it; same report, same bytes."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from ptman.reports import report as values
from ptman.reports.report import Block, Report, cells
from ptman.rules import text as texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FONT, HEAD_FONT = "宋体", "黑体"
_STAMP = (1980, 1, 1, 0, 0, 0)
_FULL = "█"
_BAR = 20


def docx(report: Report) -> bytes:
    """The report as a .docx."""
    import docx as word
    from docx.enum.section import WD_ORIENT

    made = word.Document()
    _fonts(made)
    page = made.sections[0]
    if report.format is values.Format.LANDSCAPE:
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    _head(made, report)
    for block in report.blocks:
        _WRITERS[type(block)](made, block)
    core = made.core_properties
    core.title, core.author, core.comments = _text(report.title), _text(report.issuer), _text(report.trace)
    core.created = core.modified = datetime.combine(report.dated, time(), UTC)
    core.revision = 1
    return _settled(made)


def _settled(made: "Document") -> bytes:
    """Packed with a fixed stamp, so that the bytes depend on the report alone."""
    raw, packed = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _STAMP), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _fonts(made: "Document") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, font, size in (("Normal", FONT, 11), ("Title", HEAD_FONT, 18), ("Heading 1", HEAD_FONT, 13)):
        style = made.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _head(made: "Document", report: Report) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    below = "　".join(part for part in (report.number, report.subtitle) if part)
    for line, style in ((report.issuer, "Normal"), (report.title, "Title"), (below, "Normal")):
        if line:
            made.add_paragraph(_text(line), style=style).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _text(value: str) -> str:
    return texts.clean(value, lines=True).must()


def _heading(made: "Document", block: values.Heading) -> None:
    made.add_heading(_text(block.text), block.level)


def _paragraph(made: "Document", block: values.Paragraph) -> None:
    from docx.shared import Pt

    written: Paragraph = made.add_paragraph()
    if block.lead:
        written.add_run(_text(block.lead)).bold = True
    written.add_run(_text(block.text))
    written.paragraph_format.first_line_indent = Pt(22) if block.indent else None


def _points(made: "Document", block: values.Points) -> None:
    for line in block.lines:
        made.add_paragraph(_text(line), style="List Number" if block.numbered else "List Bullet")


def _facts(made: "Document", block: values.Facts) -> None:
    grid = made.add_table(rows=0, cols=2 * block.across, style="Table Grid")
    at = 0
    for cell in cells(block):
        row = grid.add_row().cells if at == 0 else grid.rows[-1].cells
        row[2 * at].text = _text(cell.name)
        target = row[2 * at + 1].merge(row[-1]) if cell.alone else row[2 * at + 1]
        target.text = _text(cell.value) + ("\n" * 4 if cell.tall else "")
        at = 0 if cell.alone else (at + 1) % block.across
    made.add_paragraph()


def _table(made: "Document", block: values.Table) -> None:
    from docx.oxml import OxmlElement

    if block.caption:
        made.add_paragraph(_text(block.caption))
    rows = block.rows if block.rows or not block.empty else ((block.empty,),)
    grid = made.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    # The head repeats on each page.
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx has no other way
    for cell, head in zip(grid.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(_text(head)).bold = True
    for line in (*rows, *([block.last] if block.last else [])):
        for cell, value in zip(grid.add_row().cells, line, strict=False):
            cell.text = _text(value)
    made.add_paragraph()


def _bars(made: "Document", block: values.Bars) -> None:
    noted = any(bar.note for bar in block.bars)
    grid = made.add_table(rows=0, cols=4 if noted else 3, style="Table Grid")
    widest = max((max(bar.value, bar.target) for bar in block.bars), default=1) or 1
    for bar in block.bars:
        whole = widest if block.common else max(bar.target, bar.value) or 1
        filled = _FULL * round(_BAR * min(1, bar.value / whole))
        said = (bar.label, filled, bar.shown, *([bar.note] if noted else []))
        for cell, value in zip(grid.add_row().cells, said, strict=True):
            cell.text = _text(value)
    made.add_paragraph()


def _sides(made: "Document", block: values.Sides) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    grid = made.add_table(rows=1, cols=3, style="Table Grid")
    widest = max((max(side.left, side.right) for side in block.sides), default=1) or 1

    def bar(value: float) -> str:
        return _FULL * round(_BAR // 2 * value / widest)

    for cell, name in zip(grid.rows[0].cells, ("", *block.names), strict=True):
        cell.paragraphs[0].add_run(_text(name)).bold = True
    for side in block.sides:
        line = grid.add_row().cells
        said = (side.label, f"{bar(side.left)} {side.left:g}", f"{side.right:g} {bar(side.right)}")
        for cell, value in zip(line, said, strict=True):
            cell.text = _text(value)
        line[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph()


def _signature(made: "Document", block: values.Signature) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for line in block.lines:
        made.add_paragraph(f"{_text(line)}：________________")
    for line in filter(None, (block.issuer, block.dated)):
        made.add_paragraph(_text(line)).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _break(made: "Document", _block: values.PageBreak) -> None:
    from docx.enum.text import WD_BREAK

    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


_WRITERS: dict[type[Block], Callable[["Document", Any], None]] = {  # Any: each writer knows its own block
    values.Heading: _heading,
    values.Paragraph: _paragraph,
    values.Points: _points,
    values.Facts: _facts,
    values.Table: _table,
    values.Bars: _bars,
    values.Sides: _sides,
    values.Signature: _signature,
    values.PageBreak: _break,
}
