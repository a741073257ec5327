"""A report as a file, PDF or Word, with the name the file should bear."""

from dataclasses import dataclass
from enum import StrEnum

from ptman.letters import papers
from ptman.reports.report import Report


class Form(StrEnum):
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class File:
    """One file to be saved or shown; `name` has its ending."""

    name: str
    content: bytes


def set_as(report: Report, form: Form) -> File:
    """The report as PDF or as Word."""
    from ptman.reports import pages, word

    made = pages.pdf(report) if form is Form.PDF else word.docx(report)
    return File(name(report, form), made)


def name(report: Report, form: Form) -> str:
    """What the report's file should be called."""
    return papers.name(report.title, report.number).removesuffix(".pdf") + f".{form.value}"
