"""`ptman scoreboard`: lists a year's targets, writes them as a page or a workbook, records and carries them."""

import argparse
from pathlib import Path

from ptman import db, files
from ptman.aspects.scoreboard import board, keeping, paper, sheet
from ptman.aspects.scoreboard.board import Board
from ptman.commands import exporting, office
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.export import options, workbook
from ptman.labels import Label, Lang
from ptman.reports import paper_files
from ptman.reports.paper_files import Form

NOTHING = Label("这一年还没有合作任务。", "There are no targets of this year yet.")


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=not (args.record or args.carry)) as opened:
        year = args.year or today.year
        lines = []
        if args.carry:
            carried = opened.write(keeping.carry, args.carry, year)
            lines.append(Label(f"已结转 {carried.made} 项任务", f"{carried.made} targets carried over"))
        if args.record:
            kept = opened.write(keeping.record, year, today)
            lines.append(Label(f"已定格 {kept} 项实际值", f"{kept} figures recorded"))
        if args.target:
            lines.append(_written(opened, args, lang))
            return Report(tuple(lines), {"file": args.target})
        drawn = opened.read(board.board, args.year, today)
        return Report((*lines, *_lines(drawn)), _data(drawn))


def _lines(drawn: Board) -> tuple[Label, ...]:
    found = []
    for side in drawn.sides:
        found.append(side.name.plus(Label(f" {side.met}/{side.sought}", f"{side.met}/{side.sought}"), ""))
        for task in side.tasks:
            said, word = sheet.figures(task), task.standing.label
            found.append(
                Label(f"  {task.target}：{said.zh} {word.zh}", f"  {task.indicator.en}: {said.en}, {word.en.lower()}")
            )
    return tuple(found) or (NOTHING,)


def _data(drawn: Board) -> dict[str, object]:
    tasks = [
        {"number": task.number, "target": task.aim / 10, "standing": task.standing.value}
        | ({} if task.reached is None else {"reached": task.reached / 10})
        for task in drawn.tasks
    ]
    return {"year": drawn.year, "targets": tasks}


def _written(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Label:
    target, today = Path(args.target), office.today()
    ending = target.suffix[1:].casefold()
    if ending == "xlsx":
        listing = opened.read(sheet.listing, args.year, today)
        workbook.write([listing], target, options.Options(today, options.Headers(lang.value), exporting.scope(None)))
    elif ending in set(Form):
        made = opened.read(paper.paper_of, args.year, today, lang)
        files.write_atomically(target, paper_files.set_as(made, Form(ending)).content)
    else:
        raise PtmanError(
            "file-ending",
            "请写明要写入的文件，以 .pdf、.docx 或 .xlsx 结尾。没有写入文件。",
            "Name the file to write, ending in .pdf, .docx or .xlsx. Nothing was written.",
        )
    return Label(f"已写入 {target}", f"Written: {target}")
