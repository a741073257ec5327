"""`ptman sample`: the five workbooks an office holds on a September morning, invented, with planted faults."""

import argparse
from pathlib import Path

from ptman.commands import office
from ptman.commands.report import Report
from ptman.labels import Label, Lang
from ptman.samples import workbooks


def run(args: argparse.Namespace, _lang: Lang) -> Report:
    folder = Path(args.folder)
    made = workbooks.write(folder, office.today(), students=args.students, seed=args.seed)
    lines = [Label(str(path), str(path)) for path in made.paths]
    count = len(made.faults)
    lines.append(
        Label(
            f"已写入 {len(made.paths)} 个工作簿，含 {count} 处错误。", f"{len(made.paths)} workbooks, {count} faults."
        )
    )
    return Report(tuple(lines), {"files": [str(path) for path in made.paths], "faults": count})
