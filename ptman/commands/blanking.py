"""`ptman template`: the empty workbook of any kind, to be filled in and imported."""

import argparse
from pathlib import Path

from ptman.commands.report import Report
from ptman.intake import kinds, templates
from ptman.labels import Label, Lang


def run(args: argparse.Namespace, _lang: Lang) -> Report:
    kind = kinds.named(args.kind)
    target = Path(args.target or f"{kind.replace('_', '-')}.xlsx")
    templates.write(kind, target)
    return Report((Label(f"空白模板：{target}", f"Empty template: {target}"),), {"file": str(target), "kind": kind})
