"""`ptman templates`: list the office's letter templates, write one to a file, read one from it, check it by name."""

import argparse
from pathlib import Path
from typing import Any

from ptman import db, files
from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.letters import language, template_text, template_trials, templates, words
from ptman.letters.template_rows import TemplateRow
from ptman.letters.template_text import TemplateText
from ptman.register import lists


def run(args: argparse.Namespace, lang: Lang) -> Report:
    deeds = {"list": _list, "export": _export, "import": _import, "check": _check}
    with office.opened(args, look=args.what != "import") as opened:
        return deeds[args.what](opened, args, lang)


def _list(opened: db.Database, _args: argparse.Namespace, lang: Lang) -> Report:
    rows = opened.read(templates.listing)
    lines = []
    for row in rows:
        used = Label("  在用", "  in use") if row.in_use else Label("", "")
        faulty = Label(f"  {row.faults} 处问题", f"  {row.faults} faults") if row.faults else Label("", "")
        place = f"{row.text.family} {row.text.lang}"
        shown = Label(f"{place}  {row.family.zh}  {row.name.zh}", f"{place}  {row.family.en}  {row.name.en}")
        shown = shown.plus(same(str(row.edition)), "  ")
        lines.append(Label(shown.zh + used.zh + faulty.zh, shown.en + used.en + faulty.en))
    return Report(tuple(lines), {"templates": [_data(row, lang) for row in rows]})


def _export(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    shown = _chosen(opened, args).text
    target = Path(_target(args))
    files.write_atomically(target, template_text.written(shown))
    said = Label(f"模板已写入 {target}", f"The template was written to {target}")
    return Report((said,), {"file": str(target), "family": shown.family, "name": shown.name})


def _import(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    shown = _read(Path(_target(args)))
    base = next((row.id for row in opened.read(templates.listing) if _same(row.text, shown)), "")
    row = opened.write(templates.save, shown, base, office.today(), use=args.use)
    said = Label(f"已保存“{shown.name}”第 {row.edition} 版", f"Saved “{shown.name}”, version {row.edition}")
    faults = language.check(language.parse(shown.source), words.vocabulary(shown.family))
    lines = (said, *(fault.said() for fault in faults))
    return Report(lines, _data(row, lang), Status.PARTLY if faults else Status.DONE)


def _check(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    """The template of a file or of the office, filled for every letter of the cohort."""
    shown = _read(Path(args.target)) if args.target else _chosen(opened, args).text
    cohorts = opened.read(lists.cohorts) if args.cohort is None else (args.cohort,)
    found = opened.read(template_trials.whole, shown, cohorts, office.today())
    lines: list[Label] = []
    for one in found:
        lines.append(same("  ".join(filter(None, (one.host, one.batch, "、".join(one.students))))))
        lines += [Label(f"  {fault.said().zh}", f"  {fault.said().en}") for fault in one.faults]
    data = [{"host": one.host, "faults": [fault.said().text(lang) for fault in one.faults]} for one in found]
    sound = Label("没有问题", "No faults")
    return Report(tuple(lines) or (sound,), {"letters": data}, Status.PARTLY if found else Status.DONE)


def _chosen(opened: db.Database, args: argparse.Namespace) -> TemplateRow:
    """The template named, else the one in use of the family."""
    wanted_family = (args.family, args.language)
    rows = [row for row in opened.read(templates.listing) if (row.text.family, row.text.lang) == wanted_family]
    wanted = (row for row in rows if (row.text.name == args.name if args.name else row.in_use))
    found = next(wanted, None)
    if found is None:
        raise PtmanError(
            "no-template",
            f"没有叫“{args.name}”的模板，未作任何改动。ptman templates list 列出全部。",
            f"There is no template “{args.name}”. Nothing was changed; ptman templates list shows all.",
        )
    return found


def _same(one: TemplateText, other: TemplateText) -> bool:
    return (one.family, one.lang, one.name) == (other.family, other.lang, other.name)


def _read(path: Path) -> TemplateText:
    try:
        with path.open("rb") as file:
            return template_text.read(file.read(template_text.LARGEST + 1))
    except OSError as error:
        raise files.read_failure(error, path) from error


def _target(args: argparse.Namespace) -> str:
    if not args.target:
        raise PtmanError("no-file", "请指明模板文件。", "Name the template's file.")
    return str(args.target)


def _data(row: TemplateRow, lang: Lang) -> dict[str, Any]:
    return {
        "family": row.text.family,
        "language": row.text.lang.value,
        "name": row.name.text(lang),
        "version": row.edition,
        "in_use": row.in_use,
        "faults": row.faults,
    }
