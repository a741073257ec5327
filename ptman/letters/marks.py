"""Cuts the words of a template into plain text, tags in braces and section headings, each with its place."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from ptman.labels import Label
from ptman.letters import word_faults
from ptman.letters.word_faults import Fault

LONGEST = 20_000
_TAG = re.compile(r"[{｛]([^{}｛｝\n]*)[}｝]")
_HEADING = re.compile(r"[ \t\u3000]*(?:【([^】\n{}]{1,30})】|\[([^\]\n{}]{1,30})\])[ \t\u3000]*")
_BRACE = re.compile("[{｛}｝]")


class Sort(StrEnum):
    TEXT = "text"
    HEADING = "heading"
    BLANK = "blank"
    IF = "if"
    ELSE_IF = "else if"
    ELSE = "else"
    EACH = "each"
    BETWEEN = "between"
    LAST = "last"
    END = "end"


# Chinese words need no space before a name; English ones do, or `island` would begin like `is`.
_WORDS = (
    (Sort.END, re.compile(r"完|结束|end")),
    (Sort.ELSE_IF, re.compile(r"(?:否则如果\s*|else\s+if\s+)(?P<rest>.*)")),
    (Sort.ELSE, re.compile(r"否则|else|otherwise")),
    (Sort.IF, re.compile(r"(?:如果\s*|if\s+|if$)(?P<rest>.*)")),
    (Sort.EACH, re.compile(r"(?:每个\s*|for\s+each\s+|each\s+|each$)(?P<rest>.*)")),
    (Sort.BETWEEN, re.compile(r"间隔|between")),
    (Sort.LAST, re.compile(r"末间隔|last\s+between")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of the source from `start` to `end`; `text` is what a tag names, or the text itself."""

    sort: Sort
    text: str
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.start, self.end


def marks(source: str) -> tuple[list[Mark], list[Fault]]:
    """All pieces in order, in one pass; what cannot be read is a fault and leaves no piece."""
    found: list[Mark] = []
    faults = _invisible(source)
    if len(source) > LONGEST:
        faults.append(word_faults.at(source, (LONGEST, len(source)), "template-too-long", word_faults.TOO_BIG))
    start = 0
    for line in source[:LONGEST].splitlines(keepends=True):
        heading = _HEADING.fullmatch(line.rstrip("\r\n"))
        if heading:
            name = heading[1] or heading[2]
            found.append(Mark(Sort.HEADING, name.strip(), start, start + len(line.rstrip("\r\n"))))
        else:
            _line(source, (start, start + len(line)), found, faults)
        start += len(line)
    return found, faults


def visible(text: str) -> str:
    """Without what shows nothing: controls, zero-width signs, marks that turn the direction of writing."""
    return "".join(char for char in text if char in "\n\t" or not _unseen(char))


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"}


def _invisible(source: str) -> list[Fault]:
    found = []
    for at, char in enumerate(source[:LONGEST]):
        if char not in "\n\r\t" and _unseen(char):
            label = Label(
                f"{word_faults.INVISIBLE.zh}（U+{ord(char):04X}）", f"{word_faults.INVISIBLE.en} (U+{ord(char):04X})"
            )
            found.append(word_faults.at(source, (at, at + 1), "invisible", label, blocks=False))
            if len(found) >= 20:  # noqa: PLR2004 - more of the same tell nothing
                break
    return found


def _line(source: str, place: tuple[int, int], found: list[Mark], faults: list[Fault]) -> None:
    at, end = place
    while at < end:
        brace = _BRACE.search(source, at, end)
        plain_to = brace.start() if brace else end
        if plain_to > at:
            found.append(Mark(Sort.TEXT, visible(source[at:plain_to].replace("\r", "")), at, plain_to))
        if brace is None:
            return
        tag = _TAG.match(source, plain_to, end)
        if tag:
            found.append(_tag(tag))
            at = tag.end()
        else:
            faults.append(_broken(source, (plain_to, end)))
            at = faults[-1].end


def _broken(source: str, place: tuple[int, int]) -> Fault:
    start, end = place
    if source[start] in "}｝":
        return word_faults.at(source, (start, start + 1), "stray-brace", word_faults.STRAY)
    depth = 1
    for brace in _BRACE.finditer(source, start + 1, end):
        depth += 1 if brace[0] in "{｛" else -1
        if not depth:
            return word_faults.at(source, (start, brace.end()), "nested-brace", word_faults.NESTED)
    return word_faults.at(source, (start, start + 1), "unclosed-brace", word_faults.UNCLOSED)


def _tag(tag: re.Match[str]) -> Mark:
    text = visible(tag[1]).strip()
    for sort, words in _WORDS:
        said = words.fullmatch(text.casefold())
        if said:
            rest = said.groupdict().get("rest") or ""
            return Mark(sort, text[len(text) - len(rest) :].strip() if rest else "", tag.start(), tag.end())
    return Mark(Sort.BLANK, text, tag.start(), tag.end())
