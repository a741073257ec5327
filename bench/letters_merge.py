"""A mail merge of LibreOffice without a window, as an office does it: a form, a sheet of rows, a PDF for each row."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from bench import letters_elsewhere
from ptman.letters.facts import LetterFacts

STUDENT = ("name", "gender", "student_no", "field", "post", "start", "end", "academic", "industry")
_LIBRARY = '<!DOCTYPE library:{0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{0}.dtd">'
_PATIENCE = 3600

# What the office does once: it names the sheet as a source and puts fields into the form.
PREPARE = """
Sub Prepare
  On Error GoTo Ended
  known = createUnoService("com.sun.star.sdb.DatabaseContext")
  source = known.createInstance()
  source.URL = "sdbc:calc:{folder}/rows.xlsx"
  source.DatabaseDocument.storeAsURL("{folder}/rows.odb", Array())
  known.registerDatabaseLocation("letters", "{folder}/rows.odb")
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  form = StarDesktop.loadComponentFromURL("{folder}/form.docx", "_blank", 0, hidden())
  search = form.createSearchDescriptor()
  search.SearchRegularExpression = True
  search.SearchString = "<<[a-z_0-9]+>>"
  found = form.findAll(search)
  For at = found.Count - 1 To 0 Step -1
    place = found.getByIndex(at)
    master = form.createInstance("com.sun.star.text.FieldMaster.Database")
    master.DataBaseName = "letters"
    master.DataTableName = "rows"
    master.DataColumnName = Mid(place.String, 3, Len(place.String) - 4)
    blank = form.createInstance("com.sun.star.text.TextField.Database")
    blank.attachTextFieldMaster(master)
    place.Text.insertTextContent(place, blank, True)
  Next
  form.storeAsURL("{folder}/form.odt", Array())
  form.close(True)
Ended:
  StarDesktop.terminate()
End Sub
"""
MERGE = """
Sub Merge
  On Error GoTo Ended
  job = createUnoService("com.sun.star.text.MailMerge")
  job.DataSourceName = "letters"
  job.CommandType = com.sun.star.sdb.CommandType.TABLE
  job.Command = "rows"
  job.DocumentURL = "{folder}/form.odt"
  job.OutputType = com.sun.star.text.MailMergeType.FILE
  job.OutputURL = "{folder}/made"
  job.FileNameFromColumn = True
  job.FileNamePrefix = "number"
  job.SaveAsSingleFile = False
  job.SaveFilter = "writer_pdf_Export"
  job.execute(Array())
Ended:
  StarDesktop.terminate()
End Sub
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """Seconds of clock and processor for all letters, their bytes, megabytes of the largest process."""

    wall: float
    cpu: float
    size: int
    memory: int


def merged(letters: Sequence[LetterFacts]) -> Merged | None:
    """None where LibreOffice, or the part of it that reads sheets as a source (libreoffice-base), is missing.

    What is done once for a form is not counted. The letters have no code, for a mail merge draws none.
    """
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        (folder / "made").mkdir()
        (folder / "form.docx").write_bytes(_form(letters[0]))
        _sheet(letters, folder / "rows.xlsx")
        start = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
        _run([*start, "--terminate_after_init"])
        _macros(folder)
        _run([*start, "macro:///Standard.Bench.Prepare"])
        begun, used = time.perf_counter(), _processor()
        _run([*start, "macro:///Standard.Bench.Merge"])
        wall, cpu = time.perf_counter() - begun, _processor() - used
        made = list((folder / "made").glob("*.pdf"))
        if len(made) != len(letters):
            return None
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        return Merged(wall, cpu, sum(one.stat().st_size for one in made), memory)


def _form(facts: LetterFacts) -> bytes:
    """The form: what changes from letter to letter stands as a name in brackets, later a field."""
    count = range(1, len(facts.rows) + 1)
    rows = [(str(at), *(f"<<{key}_{at}>>" for key in STUDENT)) for at in count]
    before = (facts.issuer, "<<doc_no>>", "<<title>>", "<<host>>：", "<<opening>>")
    return letters_elsewhere.word(before, rows, (*facts.requests, facts.closing, facts.issuer, "<<dated>>"))


def _processor() -> float:
    used = os.times()
    return used.children_user + used.children_system


def _run(command: list[str]) -> None:
    """To its end; whatever it started is ended with it."""
    process = subprocess.Popen(  # noqa: S603 our own command
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _macros(folder: Path) -> None:
    """Our Basic in the profile's own library."""
    library = folder / "profile" / "user" / "basic" / "Standard"
    code = escape((PREPARE + MERGE).replace("{folder}", folder.as_uri()))
    head, space = '<?xml version="1.0" encoding="UTF-8"?>', "http://openoffice.org/2000"
    listed = (
        f'<library:library xmlns:library="{space}/library" library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Bench"/></library:library>'
    )
    (library / "script.xlb").write_text(f"{head}{_LIBRARY.format('library')}{listed}", encoding="utf-8")
    module = (
        f'<script:module xmlns:script="{space}/script" script:name="Bench" script:language="StarBasic">{code}'
        "</script:module>"
    )
    kind = '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    (library / "Bench.xba").write_text(f"{head}{kind}{module}", encoding="utf-8")


def _row(at: int, facts: LetterFacts) -> dict[str, str]:
    """One row of the sheet: the letter's own values, and each student's beside them."""
    own = {"number": f"{at:05d}", "doc_no": facts.doc_no, "host": facts.host, "title": facts.title}
    own |= {"opening": facts.opening, "dated": facts.dated.isoformat()}
    for number, line in enumerate(facts.rows, 1):
        own |= {f"{key}_{number}": str(getattr(line, key)) for key in STUDENT}
    return own


def _sheet(letters: Sequence[LetterFacts], path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("rows")
    rows = [_row(at, facts) for at, facts in enumerate(letters)]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save(path)
