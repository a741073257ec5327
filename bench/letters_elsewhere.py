"""The same two-page letters made as an office would do without ptman, and by the fastest library measured."""

import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ptman.letters.facts import LetterFacts

HEADS = ("序号", "姓名", "性别", "学号", "专业领域", "实践岗位", "起", "止", "校内导师", "企业导师")
Coded = Sequence[tuple[LetterFacts, str]]


def libreoffice(letters: Coded) -> tuple[float, int] | None:
    """Seconds and bytes for letters merged into a Word form and converted in one call; None where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        names = []
        for at, (facts, code) in enumerate(letters):
            path = Path(folder) / f"{at}.docx"
            path.write_bytes(_word(facts, code))
            names.append(str(path))
        told = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        done = subprocess.run([*told, "--outdir", folder, *names], capture_output=True, check=False)  # noqa: S603 our own files
        made = list(Path(folder).glob("*.pdf"))
        if done.returncode or len(made) != len(letters):
            return None
        return time.perf_counter() - begun, sum(path.stat().st_size for path in made)


def qt(letters: Coded) -> tuple[float, int]:
    """Seconds and bytes for letters drawn as rich text on a QPdfWriter: no PDF/A, no tags, no grid of lines."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
    from PySide6.QtWidgets import QApplication

    _application = QApplication.instance() or QApplication([])
    begun, size = time.perf_counter(), 0
    for facts, code in letters:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(28, 37, 26, 35), QPageLayout.Unit.Millimeter)
        text = QTextDocument()
        text.setHtml(_html(facts, code))
        text.print_(writer)
        del writer
        size += buffer.data().size()
    return time.perf_counter() - begun, size


def _rows(facts: LetterFacts) -> list[tuple[str, ...]]:
    return [
        (
            *(str(at), row.name, row.gender, row.student_no, row.field, row.post),
            *(f"{row.start}", f"{row.end}", row.academic, row.industry),
        )
        for at, row in enumerate(facts.rows, start=1)
    ]


def _code_png(code: str) -> io.BytesIO:
    import segno

    out = io.BytesIO()
    segno.make_qr(code, error="l", boost_error=False).save(out, kind="png", scale=4)
    out.seek(0)
    return out


def word(before: Sequence[str], rows: Sequence[Sequence[str]], after: Sequence[str], code: str = "") -> bytes:
    """A Word file of two pages: a name, lines, a table, lines, and the slip on a page of its own."""
    from docx import Document
    from docx.shared import Mm, Pt

    made = Document()
    made.styles["Normal"].font.size = Pt(10.5)
    made.sections[0].left_margin = made.sections[0].right_margin = Mm(20)
    made.add_heading(before[0], level=0)
    if code:
        made.add_picture(_code_png(code), width=Mm(24))
    for line in before[1:]:
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=len(HEADS), style="Table Grid")
    for row in (HEADS, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].font.size = Pt(9)
    for line in after:
        made.add_paragraph(line)
    made.add_page_break()
    made.add_paragraph("回执")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _word(facts: LetterFacts, code: str) -> bytes:
    before = (facts.issuer, facts.doc_no, facts.title, f"{facts.host}：", facts.opening)
    after = (*facts.requests, facts.closing, facts.issuer, facts.dated.isoformat())
    return word(before, _rows(facts), after, code)


def _html(facts: LetterFacts, code: str) -> str:
    import base64

    picture = base64.b64encode(_code_png(code).getvalue()).decode()
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (HEADS, *_rows(facts)))
    words = "".join(f"<p>{line}</p>" for line in (facts.host, facts.opening))
    more = "".join(f"<p>{line}</p>" for line in (*facts.requests, facts.closing, facts.issuer))
    return (
        f"<h1>{facts.issuer}</h1><img src='data:image/png;base64,{picture}' width='90'><p>{facts.doc_no}</p>"
        f"<h2>{facts.title}</h2>{words}<table border='1'>{rows}</table>{more}"
        "<p style='page-break-before:always'>回执</p>"
    )
