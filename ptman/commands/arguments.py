"""The words of the command line and what each of them means."""

import argparse
from collections.abc import Callable

from ptman.commands import (
    about_words,
    bases_words,
    exporting_words,
    giving_words,
    letter_words,
    meeting_words,
    resource_words,
    scenario_words,
    scoreboard_words,
    sending_words,
    supervising_words,
    talent_words,
    title_words,
)
from ptman.labels import Lang

KINDS = ("auto", "students", "academic-supervisors", "industry-supervisors", "bases", "preferences")
Add = Callable[..., argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="ptman",
        description="The desk of a programme office: both supervisors, training bases, rosters and placement letters.",
        epilog="Without a command the window opens. Exit status: 0 done; 1 done, but rows were refused or students "
        "left without a place; 2 nothing done.",
    )
    top.add_argument("--file", metavar="OFFICE.ptman", help="the office file (default: the one opened last)")
    top.add_argument(
        "--lang", choices=[lang.value for lang in Lang], help="zh or en (default: as set, else the system's)"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _stages(commands.add_parser)
    _documents(commands.add_parser)
    _templates(commands.add_parser)
    _keeping(commands.add_parser)
    return top


def _stages(add: Add) -> None:
    one = add("sample", help="write the five sample workbooks: invented people, planted faults")
    one.add_argument("folder", metavar="DIR")
    one.add_argument("--students", type=int, default=60, metavar="N")
    one.add_argument("--seed", type=int, default=2026, metavar="S")
    one.set_defaults(run="sampling:run")
    one = add("import", help="draft a workbook; --keep takes its good rows")
    one.add_argument("workbook", metavar="WORKBOOK")
    one.add_argument("--kind", default="auto", help=f"{', '.join(KINDS)}, or any noun, such as agreement")
    one.add_argument("--keep", action="store_true", help="keep the rows that were not refused")
    one.add_argument("--theirs", action="store_true", help="where file and office both changed, keep the file's value")
    one.add_argument("--sender", default="", metavar="NAME", help="who sends it (default: by the name of the file)")
    one.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADER=FIELD",
        help="what a header means, by the name of the column (- to leave it out); with --keep the source is "
        "remembered by it",
    )
    one.add_argument("--report", metavar="COPY.xlsx", help="write a copy with the refused cells marked")
    _with_json(one, "importing:run")
    one = add("template", help="write the empty workbook of a kind, to be filled in")
    one.add_argument("kind", metavar="KIND", help="as for import: students, bases, agreement, …")
    one.add_argument("target", metavar="OUT.xlsx", nargs="?", help="(default: KIND.xlsx)")
    one.set_defaults(run="blanking:run")
    one = scenario_words.add_assign(add)
    _with_json(one, "assigning:run")
    _with_json(talent_words.add_talent(add), "talents:run")
    _with_json(scenario_words.add_scenario(add), "scenarios:run")
    _aspects(add)
    _writing(add)


def _aspects(add: Add) -> None:
    _with_json(meeting_words.add_meeting(add), "meetings:run")
    _with_json(resource_words.add_resource(add), "resources:run")
    _with_json(supervising_words.add_supervise(add), "supervising:run")
    _with_json(scoreboard_words.add_scoreboard(add), "scoreboard:run")
    _with_json(bases_words.add_base(add), "bases:run")
    _with_json(bases_words.add_practice(add), "practising:run")
    _with_json(bases_words.add_tech(add), "technology:run")
    _with_json(title_words.add_title(add), "titles:run")


def _writing(add: Add) -> None:
    exporting_words.add_export(add)
    _with_json(giving_words.add_give(add), "giving:run")
    one = add("letters", help="write the letters of a cohort; --issue numbers and freezes them")
    one.add_argument("kind", metavar="placement", choices=("placement",))
    one.add_argument("folder", metavar="OUT_DIR")
    one.add_argument("--cohort", type=int, required=True, metavar="YEAR")
    one.add_argument("--issue", action="store_true", help="take numbers and freeze the letters")
    one.add_argument("--merged", metavar="FILE.pdf", help="also write all of them as one file")
    _with_json(one, "lettering:run")
    one = add("reissue", help="the letters that are out of date; the letter that supersedes one of them")
    one.add_argument("number", nargs="?", metavar="NUMBER", help="the number to supersede (default: list what changed)")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    one.add_argument("--issue", action="store_true", help="take the next number and freeze the superseding letter")
    _with_json(one, "reissuing:run")
    one = add("verify", help="is a letter genuine, superseded, void, altered, or not ours?")
    one.add_argument(
        "what", nargs="?", metavar="FILE|TEXT", help="the PDF, a scan or photograph of it, or the text of its QR code"
    )
    one.add_argument("--key", metavar="PUBLIC.pem", help="judge by this public key alone, without the office file")
    one.add_argument("--export", metavar="OUT.pem", help="write the office's public key")
    _with_json(one, "verifying:run")
    one = add("scan", help="file scanned letters by the codes on them; --keep files what was found")
    one.add_argument("files", nargs="+", metavar="FILE", help="scanned PDFs, or photographs (PNG, JPG, TIFF, WebP)")
    one.add_argument("--keep", action="store_true", help="keep the pages with their letters and log these as returned")
    one.add_argument("--on", metavar="DATE", help="the day they came back, as 2026-09-10 (default: today)")
    _with_json(one, "scanning:run")
    one = add("demo", help="do the whole main job on sample data: sample, import, assign, export, letters")
    one.add_argument("folder", metavar="DIR")
    one.add_argument("--students", type=int, default=300, metavar="N")
    one.add_argument("--seed", type=int, default=2026, metavar="S")
    one.add_argument("--leave", type=int, default=0, metavar="N", help="leave N students unpaired, to try the window")
    one.set_defaults(run="demo:run")


def _documents(add: Add) -> None:
    _with_json(letter_words.add_documents(add), "documenting:run")
    _with_json(letter_words.add_in_hand(add), "laid_aside:run")
    _with_json(letter_words.add_issued(add), "issued:run")


def _templates(add: Add) -> None:
    _with_json(sending_words.add_send(add), "sending:run")
    one = add("templates", help="the words of letters: list, export, import, check for every letter of a cohort")
    one.add_argument("what", choices=("list", "export", "import", "check"))
    one.add_argument("target", nargs="?", metavar="FILE.txt", help="the template's file")
    one.add_argument("--family", default="placement_letter", metavar="FAMILY", help="as templates list names it")
    one.add_argument("--language", choices=("zh", "en"), default="zh", help="of the template")
    one.add_argument("--name", default="", metavar="NAME", help="which template (default: the one in use)")
    one.add_argument("--use", action="store_true", help="write letters with what is imported from now on")
    one.add_argument("--cohort", type=int, metavar="YEAR")
    _with_json(one, "templating:run")


def _keeping(add: Add) -> None:
    _with_json(about_words.add_about(add), "about:run")
    one = add("attach", help="keep files with a record, list them, or write them out")
    one.add_argument("noun", metavar="KIND", help="student, training_base, agreement …")
    one.add_argument("record", metavar="RECORD", help="its number, its name or a part of that")
    one.add_argument("files", nargs="*", metavar="FILE", help="the files to keep (none: list those there are)")
    one.add_argument("--note", default="", metavar="TEXT")
    one.add_argument("--save", metavar="DIR", help="write the record's files into this folder")
    _with_json(one, "attaching:run")
    one = add("journal", help="what was done, newest first")
    one.add_argument("--last", type=int, default=20, metavar="N", help="how many (0: all)")
    _with_json(one, "history:show")
    one = add("undo", help="take back a change set (default: the last)")
    one.add_argument("change_set", type=int, nargs="?", metavar="CHANGE_SET")
    _with_json(one, "history:take_back")
    one = add("backup", help="write a verified copy, also while the file is in use")
    one.add_argument("target", metavar="FILE")
    one.set_defaults(run="history:back_up")
    one = add("restore", help="put a copy in the file's place; the replaced file is kept")
    one.add_argument("source", metavar="FILE")
    one.set_defaults(run="history:restore")
    one = add("check", help="is the file sound and its journal unbroken?")
    _with_json(one, "history:check")


def _with_json(one: argparse.ArgumentParser, run: str) -> None:
    one.add_argument("--json", action="store_true", help="print one JSON object")
    one.set_defaults(run=run)
