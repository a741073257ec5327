"""What can be wrong with the words of a template: each fault with its place and a sentence of its own."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from ptman.labels import Label
from ptman.letters.blanks import Blank

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: characters `start` to `end` of the source; one that does not block is only worth knowing."""

    code: str
    sentence: Label
    start: int
    end: int
    line: int
    column: int
    blocks: bool = True

    def said(self) -> Label:
        """The sentence with its place."""
        zh = f"第 {self.line} 行第 {self.column} 字：{self.sentence.zh}"
        return Label(zh, f"line {self.line}, character {self.column}: {self.sentence.en}")


def at(source: str, place: tuple[int, int], code: str, sentence: Label, *, blocks: bool = True) -> Fault:
    """A fault at its place in the source, lines and characters counted from 1."""
    start, end = place
    line = source.count("\n", 0, start) + 1
    return Fault(code, sentence, start, end, line, start - (source.rfind("\n", 0, start) + 1) + 1, blocks)


def cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def unknown(name: str, blanks: Iterable[Blank]) -> Label:
    """That no blank is called so, with the one that was perhaps meant."""
    known = {text: one.label for one in blanks for text in (one.key, one.label.zh, one.label.en)}
    near = difflib.get_close_matches(cut(name), known, 1, 0.4)
    zh, en = f"没有叫“{cut(name)}”的空白项", f"there is no blank called “{cut(name)}”"
    if not near:
        return Label(f"{zh}。请从右侧列表中选一个", f"{en}; pick one from the list")
    meant = known[near[0]]
    return Label(f"{zh}；是不是“{meant.zh}”？", f"{en}; did you mean “{meant.en}”?")


def empty(what: Label, who: str) -> Label:
    """That a blank is empty, and whose."""
    hint_zh, hint_en = "请先补全，或写明空着时怎么写", "fill it in, or say what to write when it is empty"
    if who:
        return Label(f"{cut(who)}的“{what.zh}”为空；{hint_zh}", f"“{what.en}” of {cut(who)} is empty; {hint_en}")
    return Label(f"“{what.zh}”为空；{hint_zh}", f"“{what.en}” is empty; {hint_en}")


def too_long(what: Label, who: str, most: int) -> Label:
    owner_zh, owner_en = (f"{cut(who)}的" if who else "", f" of {cut(who)}" if who else "")
    return Label(
        f"{owner_zh}“{what.zh}”超过 {most} 字，请改短", f"“{what.en}”{owner_en} exceeds {most} characters; shorten it"
    )


def hidden(what: Label, who: str) -> Label:
    owner_zh, owner_en = (f"{cut(who)}的" if who else "", f" of {cut(who)}" if who else "")
    return Label(
        f"{owner_zh}“{what.zh}”含看不见的字符，印出时已去掉",
        f"“{what.en}”{owner_en} has invisible characters, left out in print",
    )


def unfit(form: str, what: Label, forms: Iterable[Label]) -> Label:
    """That a way of writing does not suit a blank, with those that do."""
    listed = tuple(forms)
    zh, en = f"“{what.zh}”不能写成“{cut(form)}”", f"“{what.en}” cannot be written as “{cut(form)}”"
    if not listed:
        return Label(f"{zh}；请去掉冒号后的部分", f"{en}; leave out what follows the colon")
    return Label(
        f"{zh}；可用：{'、'.join(one.zh for one in listed)}", f"{en}; it can be: {', '.join(one.en for one in listed)}"
    )


UNCLOSED = Label("花括号没有关上；请补上“}”", "a brace is not closed; add “}”")
NESTED = Label("花括号里又有花括号；请去掉里面的一个", "there is a brace within braces; remove the inner one")
STRAY = Label("多了一个“}”；请删去，或补上前面的“{”", "there is a “}” too many; delete it, or add the “{” before it")
NAMELESS = Label("花括号里没有内容；请写上空白项的名称", "nothing stands between the braces; name a blank")
NOT_ENDED = Label("“如果”或“每个”没有结束；请补上 {完}", "an “if” or “each” has no end; add {end}")
NOTHING_TO_END = Label("这个 {完} 没有对应的“如果”或“每个”；请删去", "this {end} ends nothing; delete it")
MISPLACED_ELSE = Label("“否则”只能写在“如果”和 {完} 之间，且只能有一个", "“else” stands once between “if” and {end}")
MISPLACED_BETWEEN = Label(
    "“间隔”只能写在“每个”和 {完} 之间，每种一个", "“between” stands once between “each” and {end}"
)
TOO_DEEP = Label("“如果”和“每个”套得太多层；请分开写", "“if” and “each” are nested too deeply; write them apart")
BAD_CONDITION = Label(
    "看不懂这个条件；可写成“如果 回执日期”“如果 没有 备注”“如果 人数 多于 1”",
    "this condition cannot be read; write it as “if reply date”, “if no remarks”, “if students more than 1”",
)
MIXED = Label("一个条件里不能同时用“且”和“或”；请分成两个", "“and” and “or” cannot be mixed in one condition; use two")
NO_NUMBER = Label("“多于、少于、至少、至多”后面要写一个数", "“more than, less than, at least, at most” need a number")
NOT_A_LIST = Label("“每个”后面要写一个列表", "“each” needs a list")
INVISIBLE = Label("这里有看不见的字符，印出时会去掉；请删去", "an invisible character stands here; delete it")
TOO_BIG = Label(
    "模板太长，最多 20000 字；后面的没有读", "the template exceeds 20,000 characters; the rest was not read"
)
ENDLESS = Label("写出来的内容太长，已停止；请减少重复", "the result is too long and was stopped; repeat less")
IN_BLOCK = Label("分节标题不能写在“如果”或“每个”里面", "a section heading cannot stand within “if” or “each”")
