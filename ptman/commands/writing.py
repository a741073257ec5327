"""What commands that write one file share: the file's name, the day that was meant, what is said when it is there."""

from datetime import date
from pathlib import Path

from ptman import files
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.reports.paper_files import File
from ptman.rules import dates


def saved(made: File, target: Path) -> Report:
    files.write_atomically(target, made.content)
    return Report((Label(f"已写入 {target}", f"Written: {target}"),), {"file": str(target)})


def target(said: str, *endings: str) -> Path:
    """The file to write; PtmanError `file-ending` unless it ends in one of these."""
    found = Path(said)
    if found.suffix[1:].casefold() not in endings:
        wanted = "、".join(f".{one}" for one in endings)
        raise PtmanError(
            "file-ending",
            f"请写明要写入的文件，以 {wanted} 结尾。没有写入文件。",
            f"Name the file to write, ending in {' or '.join(f'.{one}' for one in endings)}. Nothing was written.",
        )
    return found


def day(said: str) -> date:
    """PtmanError `date-bad`."""
    answer = dates.date(said)
    if answer.value is None:
        raise PtmanError("date-bad", f"“{said}”不是日期。未作任何改动。", f"“{said}” is no date. Nothing was changed.")
    return answer.value
