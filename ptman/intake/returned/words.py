"""The sentences of a draft about a workbook that has come back."""

from collections.abc import Sequence
from datetime import UTC

from ptman.drafts import Difference
from ptman.intake import places
from ptman.intake.memory import Trace, Verdict
from ptman.labels import Label
from ptman.roundtrip.shape import Offer

SHOWN = 5


def split(verdict: Verdict, change: Difference, sent: str, hand: Trace | None) -> Label:
    """Why a cell stands apart: as sent, as it came back, as the office has it now."""
    by = _by(hand)
    field, now, theirs = change.field, change.old or "—", change.new or "—"
    if verdict is Verdict.KEEP:
        return Label(
            f"{field.zh}：{by.zh}改为“{now}”，对方没有改；保留“{now}”，勾选才改回“{theirs}”。",
            f"{field.en}: changed to “{now}”{by.en}, and not by the recipient. “{now}” stays; tick for “{theirs}”.",
        )
    return Label(
        f"{field.zh}：发出时为“{sent or '—'}”，对方填“{theirs}”，{by.zh}改为“{now}”。勾选用对方的，不勾选留办公室的。",
        f"{field.en}: sent as “{sent or '—'}”, filled in as “{theirs}”, changed to “{now}”{by.en}. "
        "Tick to take the recipient's, leave to keep the office's.",
    )


def trespass(at: tuple[int, int], header: str, before: str, now: str) -> Label:
    place = places.address(*at)
    return Label(
        f"{place}“{header}”不许填写：“{before or '—'}”被改为“{now or '—'}”，未采用。",
        f"{place} “{header}” was not to be filled in: “{before or '—'}” became “{now or '—'}”; not taken.",
    )


def cleared(header: str) -> Label:
    return Label(
        f"“{header}”被清空；空格不改动记录。", f"“{header}” was emptied; an empty cell changes nothing on file."
    )


def trespassed(count: int) -> Label:
    return Label(
        f"有 {count} 个锁定的格子被改动，都未采用；只并入允许填写的格子。",
        f"Locked cells that were changed: {count}. None was taken; only cells that may be filled in are merged.",
    )


def added(row: int) -> Label:
    return Label(
        f"第 {row} 行是对方加的，不在发出的名单里，不并入；需要登记的请另行登记。",
        f"Row {row} was added and is not among those sent; it is not merged. Enter it yourself if it belongs here.",
    )


def doubled(row: int, first: int) -> Label:
    return Label(
        f"第 {row} 行与第 {first} 行是同一条记录的副本，不并入。",
        f"Row {row} is a copy of row {first}; it is not merged.",
    )


def not_offered(said: str, what: Label) -> Label:
    return Label(
        f"应为下拉列表中的{what.zh}；“{said}”不在给对方的列表里。",
        f"Expected one of the list ({what.en}); “{said}” is not among those given to the recipient.",
    )


def several(said: str, what: Label, offers: Sequence[Offer]) -> Label:
    shown = "、".join(one.word for one in offers[:SHOWN])
    return Label(
        f"列表中有 {len(offers)} 个{what.zh}都叫“{said}”（{shown}）；请填完整，连同编号。",
        f"{len(offers)} of the list ({what.en}) are called “{said}” ({shown}); give it in full, with the number.",
    )


def link_gone(said: str, what: Label) -> Label:
    return Label(
        f"{what.zh}“{said}”发出后已停用或删除；请另选一个。",
        f"“{said}” ({what.en}) was retired or deleted since it was sent; choose another.",
    )


def gone(row: int) -> Label:
    return Label(
        f"第 {row} 行的记录发出后已删除或合并，不并入。",
        f"The record of row {row} was deleted or merged since; it is not merged.",
    )


def removed(titles: Sequence[str]) -> Label:
    shown, more = "、".join(titles[:SHOWN]), "等" if len(titles) > SHOWN else ""
    return Label(
        f"对方删掉了 {len(titles)} 行（{shown}{more}），这些记录不变。",
        f"Rows deleted by the recipient: {len(titles)} ({shown}{' …' if more else ''}). Their records are not changed.",
    )


def strangers(headers: Sequence[str]) -> Label:
    shown = "、".join(header or "—" for header in headers)
    return Label(f"对方加的列没有读取：{shown}", f"Columns that were added are not read: {shown}")


def missing(headers: Sequence[str]) -> Label:
    shown = "、".join(headers)
    return Label(f"这些列被删掉或改了名，没有读取：{shown}", f"Columns deleted or renamed, not read: {shown}")


def merged_before(number: str, day: str) -> Label:
    return Label(
        f"{number} 已于 {day} 返回过；这次只并入新填写的内容。",
        f"{number} came back before, on {day}; only what is new is merged now.",
    )


def same_file(number: str) -> Label:
    return Label(
        f"这正是以前并入过的 {number} 同一个文件。", f"This is the very file of {number} that was merged before."
    )


def withdrawn(number: str) -> Label:
    return Label(
        f"{number} 已经撤回；请逐行核对，勾选要用的。",
        f"{number} was withdrawn. Look at each row and tick what to take.",
    )


def superseded(number: str, later: str) -> Label:
    return Label(
        f"此后又向同一收件人发出了 {later}，{number} 是旧的一份；请逐行核对，勾选要用的。",
        f"{later} went to the same recipient since; {number} is an older one. Look at each row and tick what to take.",
    )


def late(days: int) -> Label:
    return Label(f"比应返回的日期晚了 {days} 天。", f"It is {days} days late.")


def _by(hand: Trace | None) -> Label:
    if hand is None:
        return Label("发出后办公室", " since it was sent")
    day = f"{hand.at.replace(tzinfo=UTC).astimezone():%Y-%m-%d}"
    return Label(f"{hand.who} 于 {day} ", f" by {hand.who} on {day}")
