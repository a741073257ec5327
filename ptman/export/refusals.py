"""What an export cannot write, and what it had to change, in the words of the person who reads the list."""

from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.export import cell_text
from ptman.labels import Label
from ptman.listing import Listing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands, in the words of the person who reads the list."""

    sheet: str
    serial: int
    column: Label


def stripped(place: Place, count: int) -> Label:
    return Label(
        f"“{place.sheet}”序号 {place.serial} 的“{place.column.zh}”去掉了 {count} 个不可见的控制字符。",
        f"{place.sheet}, no. {place.serial}, {place.column.en}: {count} invisible control characters were removed.",
    )


def too_long(place: Place, length: int) -> PtmanError:
    return PtmanError(
        "text-too-long",
        f"“{place.sheet}”序号 {place.serial} 的“{place.column.zh}”有 {length:,} 个字符，超过 Excel 单元格的上限 "
        f"{cell_text.LONGEST:,}。文件没有写入；请缩短后重试。",
        f"{place.sheet}, no. {place.serial}, {place.column.en} has {length:,} characters; a cell of Excel holds "
        f"{cell_text.LONGEST:,}. No file was written; shorten the text and try again.",
    )


def too_many_rows(listing: Listing) -> PtmanError:
    count = f"{len(listing.rows):,}"
    return PtmanError(
        "too-many-rows",
        f"“{listing.title.zh}”有 {count} 行，超过 Excel 工作表的上限。文件没有写入；请筛选后重试。",
        f"{listing.title.en} has {count} rows, more than a sheet of Excel holds. No file was written; filter the list.",
    )
