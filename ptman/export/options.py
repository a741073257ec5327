"""What a person chooses for an exported workbook, and what the export answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ptman.labels import Choice, Label, Lang
from ptman.rules import dates

NO_FILTER = Label("", "")


class Headers(Choice):
    """The language of titles and headers; values of closed lists are Chinese where headers are in both."""

    ZH = "zh", "中文", "Chinese"
    EN = "en", "英文", "English"
    BOTH = "both", "中英文", "Both"

    @property
    def lang(self) -> Lang:
        return Lang.EN if self is Headers.EN else Lang.ZH

    def text(self, label: Label, between: str = " ") -> str:
        """The label in the chosen language; in both, Chinese first."""
        if self is Headers.BOTH and label.zh != label.en:
            return f"{label.zh}{between}{label.en}"
        return label.text(self.lang)


@dataclass(frozen=True, slots=True)
class Options:
    """`dated` is the day that stands below the title, `scope` the cohort or filter that made the list."""

    dated: date
    headers: Headers = Headers.ZH
    scope: Label = NO_FILTER

    def summary(self, rows: int) -> str:
        """The line below the title: day, cohort or filter, number of rows."""
        zh = [dates.prose(self.dated), self.scope.zh, f"共 {rows:,} 行"]
        en = [dates.iso(self.dated), self.scope.en, f"{rows:,} {'row' if rows == 1 else 'rows'}"]
        line = Label(" · ".join(filter(None, zh)), " · ".join(filter(None, en)))
        return self.headers.text(line, "  |  ")


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the file at `path`: data rows of all sheets, the digest of its bytes, what had to be changed."""

    path: Path
    rows: int
    sha256: str
    notices: tuple[Label, ...]
