"""The scoreboard as one page, as the leadership and the Commission ask for it."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.scoreboard import board, sheet
from ptman.aspects.scoreboard.board import Board, Side
from ptman.labels import Label, Lang
from ptman.register.sender import Sender, sender
from ptman.reports.report import Bar, Bars, Block, Facts, Heading, Paragraph, Report
from ptman.rules import dates
from ptman.rules.targets import Standing

TITLE = Label("{} 年校企合作任务完成情况", "Co-operation with industry: targets of {}")
AS_OF = Label("截至 {}", "As of {}")
TOTAL = Label("任务", "Targets")
NONE = Label("这一年还没有任务。", "There are no targets of this year yet.")
NOTE = Label(
    "各行为实际值 / 目标值，竖线为目标。实际值按办公记录统计；没有记录可统计的由责任人填报。",
    "Each line gives what was reached / the target, which the upright stroke marks. Figures are counted from the "
    "office's records, or reported by the owner where there are none to count.",
)


def paper_of(session: Session, year: int | None, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter` where the office has not said its name."""
    return report(board.board(session, year, today), sender(session, today, lang))


def report(drawn: Board, by: Sender) -> Report:
    lang = by.lang
    said = dates.said(drawn.today, lang)
    blocks: list[Block] = [_counts(drawn, lang)]
    for side in drawn.sides:
        blocks += [Heading(f"{side.name.text(lang)} {side.met}/{side.sought}", 2), Bars(_bars(side, lang))]
    blocks.append(Paragraph((NOTE if drawn.sides else NONE).text(lang), indent=False))
    return Report(
        title=TITLE.text(lang).format(drawn.year),
        blocks=tuple(blocks),
        dated=drawn.today,
        lang=lang,
        issuer=by.name,
        subtitle=AS_OF.text(lang).format(said),
        trace=drawn.today.isoformat(),
    )


def _counts(drawn: Board, lang: Lang) -> Facts:
    counts = drawn.counts()
    shown = (Standing.MET, Standing.UNDER_WAY, Standing.LATE, Standing.UNKNOWN)
    total = sum(side.sought for side in drawn.sides)
    return Facts(((TOTAL.text(lang), str(total)), *((one.label.text(lang), str(counts[one])) for one in shown)), 5)


def _bars(side: Side, lang: Lang) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            sheet.called(task).text(lang),
            float(task.reached or 0),
            float(task.aim),
            sheet.figures(task).text(lang),
            task.standing.label.text(lang),
        )
        for task in side.tasks
    )
