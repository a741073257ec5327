"""`ptman journal`, `undo`, `backup`, `restore`, `check`: what was done, taken back, kept safe and sound."""

import argparse
from pathlib import Path

from ptman import backup, db, journal, lock, settings, undo
from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang


def show(args: argparse.Namespace, lang: Lang) -> Report:
    with office.opened(args, look=True) as opened:
        entries = opened.read(undo.history, last=args.last)
    rows = [
        {
            "number": one.number,
            "at": one.at.isoformat(),
            "who": one.who,
            "verb": one.verb,
            "sentence": one.sentence.text(lang),
            "rows": one.rows,
            "undoes": one.undoes,
            "in_force": one.in_force,
        }
        for one in entries
    ]
    lines = [
        f"{row['number']:>5}  {row['at']}  {row['who']}  {row['sentence']} ({row['rows']})"
        + ("" if row["in_force"] else {Lang.ZH: "（已撤销）", Lang.EN: " (undone)"}[lang])
        for row in rows
    ]
    return Report(tuple(Label(line, line) for line in lines), {"change_sets": rows})


def take_back(args: argparse.Namespace, _lang: Lang) -> Report:
    with office.opened(args) as opened:
        number = args.change_set
        if number is None:
            entry = undo.next_undo(opened.read(undo.history))
            if entry is None:
                raise PtmanError("nothing-to-undo", "没有可以撤销的变更。", "There is nothing to undo.")
            number = entry.number
        done = opened.write(undo.undo, number)
    sentence = Label(f"已撤销：{done.sentence.zh}", f"Undone: {done.sentence.en}")
    return Report((sentence,), {"undone": done.number})


def back_up(args: argparse.Namespace, _lang: Lang) -> Report:
    target = Path(args.target)
    backup.write(office.path_of(args), target)
    return Report((Label(f"已备份并核对：{target}", f"Backed up and verified: {target}"),), {"file": str(target)})


def restore(args: argparse.Namespace, _lang: Lang) -> Report:
    path = office.path_of(args)
    now = db.utc_now()
    held = lock.Lock(path, who=settings.who(), now=now)
    try:
        replaced = backup.restore(path, Path(args.source), now)
    finally:
        held.release()
    kept = (
        Label(f"；原文件保留为 {replaced.name}", f"; the replaced file is kept as {replaced.name}")
        if replaced
        else None
    )
    sentence = Label(f"已恢复 {path.name}", f"Restored {path.name}")
    return Report((sentence.plus(kept) if kept else sentence,), {"file": str(path), "replaced": str(replaced or "")})


def check(args: argparse.Namespace, _lang: Lang) -> Report:
    path = office.path_of(args)
    faults = backup.faults(path)
    with office.opened(args, look=True) as opened:
        broken = opened.read(journal.broken_links)
    if not faults and not broken:
        return Report((Label(f"{path.name} 完好。", f"{path.name} is sound."),), {"faults": [], "journal": []})
    lines = [Label(f"· {fault}", f"· {fault}") for fault in faults]
    lines += [Label(f"· 变更 {n} 的校验不符", f"· change set {n} does not match its digest") for n in broken]
    return Report(tuple(lines), {"faults": faults, "journal": list(broken)}, Status.NOTHING)
