"""The register of issued letters on paper: every number of a year in its order, void ones and gaps shown."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.models.choices import DocumentStatus
from ptman.register import issued_numbers, sender
from ptman.register.issued_numbers import Entry, Run
from ptman.reports.report import Align, Block, Format, Heading, Paragraph, Report, Table
from ptman.rules import docnumbers

TITLE = Label("发文登记簿", "Register of issued letters")
HEADS = (
    *(Label("文号", "Number"), Label("日期", "Date"), Label("标题", "Title"), Label("主送", "To")),
    *(Label("人数", "Students"), Label("用印", "Sealed"), Label("寄送", "Sent"), Label("收回", "Back")),
    Label("状态和备注", "State and remarks"),
)
WIDTHS = (21.0, 8.0, 32.0, 25.0, 9.0, 11.0, 8.0, 8.0, 20.0)
ALIGNS = (*(Align.LEFT, Align.CENTRE, Align.LEFT, Align.LEFT), *(Align.CENTRE,) * 4, Align.LEFT)
NOBODY = Label("本年没有发文。", "No letter was issued in this year.")


def book(session: Session, year: int, today: date, lang: Lang) -> Report:
    """The whole register of a year. PtmanError `no-parameter` where the office has not said its name."""
    by = sender.sender(session, today, lang)
    found = issued_numbers.runs(session, year)
    blocks: list[Block] = []
    for one in found:
        blocks += [Heading(f"{one.code} · {one.name}"), Paragraph(summed(one).text(lang)), _table(one, year, lang)]
    blocks = blocks or [Paragraph(NOBODY.text(lang))]
    subtitle = Label(f"{year} 年，截至 {today}", f"{year}, as of {today}").text(lang)
    trace = f"{TITLE.text(lang)} {year} · {today}"
    return Report(
        TITLE.text(lang), tuple(blocks), today, lang, Format.LANDSCAPE, by.name, subtitle=subtitle, trace=trace
    )


def summed(run: Run) -> Label:
    """How many numbers there are and what became of them."""
    last, void = max(one.seq for one in run.entries), _count(run, DocumentStatus.VOID)
    replaced, lost = _count(run, DocumentStatus.SUPERSEDED), sum(end - begin + 1 for begin, end in run.missing)
    standing = len(run.entries) - void - replaced
    return Label(
        f"{run.first}–{last} 号，发出 {len(run.entries)} 件：有效 {standing}，被替代 {replaced}，作废 {void}；"
        f"空号 {lost}。",
        f"Numbers {run.first}–{last}, {len(run.entries)} issued: {standing} in force, {replaced} superseded, "
        f"{void} void; {lost} unused.",
    )


def _count(run: Run, status: DocumentStatus) -> int:
    return sum(one.status is status for one in run.entries)


def _table(run: Run, year: int, lang: Lang) -> Table:
    lines: list[tuple[int, tuple[str, ...]]] = [(one.seq, _line(one, year, lang)) for one in run.entries]
    lines += [(begin, _gap(run, year, (begin, end), lang)) for begin, end in run.missing]
    rows = tuple(cells for _, cells in sorted(lines))
    return Table(tuple(head.text(lang) for head in HEADS), rows, WIDTHS, ALIGNS)


def _line(one: Entry, year: int, lang: Lang) -> tuple[str, ...]:
    day, copies = one.sealed or (None, 0)
    sealed = f"{_day(day, year)} ×{copies}" if copies else _day(day, year)
    shown = (one.doc_no, _day(one.issued_on, year), one.title, one.addressee, str(one.students or ""), sealed)
    return (*shown, _day(one.sent, year), _day(one.back, year), one.remark.text(lang))


def _day(day: date | None, year: int) -> str:
    """Without the year where it is that of the register."""
    return "" if day is None else f"{day:%m-%d}" if day.year == year else f"{day}"


def _gap(run: Run, year: int, stretch: tuple[int, int], lang: Lang) -> tuple[str, ...]:
    begin, end = stretch
    number = docnumbers.format(run.code, year, begin)
    said = Label("空号：登记簿中没有", "unused: no such letter")
    return (f"{number} — {end}号" if end > begin else number, *("",) * (len(HEADS) - 2), said.text(lang))
