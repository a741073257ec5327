"""One layout of a list as plain values, and its text on file."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from ptman.errors import PtmanError
from ptman.export.options import Headers

NARROWEST, WIDEST = 3, 80


@dataclass(frozen=True, slots=True)
class Pick:
    """One chosen column: its own header (empty: the list's), its width in characters (0: as needed), summed or not."""

    key: str
    header: str = ""
    width: int = 0
    total: bool = False


@dataclass(frozen=True, slots=True)
class SortKey:
    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What a list of the name `list` shows and how; an empty `title` is the list's own.

    `tag` and `words` filter as the chips and the search box do. Rows of one value in the column `group` stand together
    under a heading, each group with its sums where `subtotals` says so.
    """

    list: str
    picks: tuple[Pick, ...]
    sort: tuple[SortKey, ...] = ()
    tag: str = ""
    words: str = ""
    group: str = ""
    subtotals: bool = False
    headers: Headers = Headers.ZH
    title: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(pick.key for pick in self.picks)


def written(layout: Layout) -> str:
    """The text a layout is kept as; equal layouts give equal texts."""
    return json.dumps(asdict(layout), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Layout:
    """The layout of a text that `written` has made; PtmanError `layout-damaged`."""
    try:
        body: dict[str, Any] = json.loads(text)  # JSON, judged by what comes of it
        picks = tuple(_pick(one) for one in body.pop("picks"))
        sort = tuple(SortKey(str(one["key"]), bool(one["descending"])) for one in body.pop("sort"))
        return Layout(**body | {"picks": picks, "sort": sort, "headers": Headers(body["headers"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PtmanError(
            "layout-damaged",
            "这个版式无法读取，列表和记录未受影响。请删除它后重新保存。",
            "This layout cannot be read; lists and records are untouched. Delete it and save it anew.",
        ) from error


def _pick(given: dict[str, Any]) -> Pick:
    width = int(given["width"])
    kept = min(WIDEST, max(NARROWEST, width)) if width else 0
    return Pick(str(given["key"]), str(given["header"]), kept, bool(given["total"]))
