"""Whether facts can become a letter: what is blank, endless, out of order, or has no glyph in the bundled fonts."""

from collections.abc import Iterator
from typing import Protocol

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import fonts
from ptman.letters.facts import LetterFacts
from ptman.letters.paper import PaperFacts


class Stating(Protocol):
    """Facts of any form, as the texts that will be printed."""

    def texts(self) -> Iterator[tuple[str, str]]: ...


LONGEST_VALUE = 120
LONGEST = {"issuer": 30, "doc_no": 40} | dict.fromkeys(("opening", "requests", "closing", "remarks"), 1000)
_NAMES = {
    "issuer": Label("发文机关", "issuer"),
    "doc_no": Label("文号", "document number"),
    "host": Label("接收单位", "host"),
    "title": Label("标题", "title"),
    "opening": Label("正文首段", "opening paragraph"),
    "requests": Label("请协助事项", "requests"),
    "closing": Label("结束语", "closing paragraph"),
    "remarks": Label("其他事项", "remarks"),
    "name": Label("姓名", "name"),
    "gender": Label("性别", "gender"),
    "student_no": Label("学号", "student number"),
    "field": Label("专业领域", "field"),
    "post": Label("实践岗位（项目）", "post or project"),
    "academic": Label("校内导师", "academic supervisor"),
    "industry": Label("企业导师", "industry supervisor"),
    "person": Label("联系人", "contact person"),
    "phone": Label("联系电话", "contact phone"),
    "email": Label("邮箱", "e-mail"),
}
_REQUIRED = ("issuer", "doc_no", "host", "title", "opening", "closing")


def faults(facts: LetterFacts) -> tuple[Label, ...]:
    """Why no page can be set from these facts, each as a short sentence; empty when it can."""
    return (*_blank(facts), *_backwards(facts), *_endless(facts))


def missing(facts: Stating) -> list[str]:
    """The characters of the letter that no bundled font has: it cannot be issued until they are replaced."""
    return list(dict.fromkeys(char for _, text in facts.texts() for char in fonts.missing(text)))


def borrowed(facts: Stating) -> list[str]:
    """The characters that a fallback font will set, in a slightly different hand: worth a note beside the preview."""
    return list(dict.fromkeys(char for _, text in facts.texts() for char in fonts.borrowed(text)))


def refuse(facts: LetterFacts | PaperFacts, *, draft: bool) -> None:
    """Raises PtmanError `letter-faulty` or, unless it is only a draft, `letter-glyph-missing`."""
    found = faults(facts) if isinstance(facts, LetterFacts) else ()
    if found:
        raise PtmanError(
            "letter-faulty",
            f"函件未生成，未占用文号：{'；'.join(label.zh for label in found)}。请改正后再试。",
            f"No letter was made, no number taken: {'; '.join(label.en for label in found)}. Correct it and try again.",
        )
    lacking = [] if draft else missing(facts)
    if lacking:
        listed = [f"{char} (U+{ord(char):04X})" for char in lacking]
        raise PtmanError(
            "letter-glyph-missing",
            f"自带字体没有这些字：{'、'.join(listed)}。函件未生成，未占用文号；请改用通行写法，或手工出函。",
            f"No bundled font has {', '.join(listed)}. No letter was made, no number taken; use a common form.",
        )


def _blank(facts: LetterFacts) -> list[Label]:
    blank = [_NAMES[name] for name in _REQUIRED if not getattr(facts, name)]
    if not all(line.name for line in facts.rows):
        blank.append(_NAMES["name"])
    found = [Label(f"{name.zh}为空", f"the {name.en} is empty") for name in blank]
    return found if facts.rows else [*found, Label("名单中没有研究生", "there are no students")]


def _backwards(facts: LetterFacts) -> list[Label]:
    periods = [(facts.start, facts.end), *((line.start, line.end) for line in facts.rows)]
    return [
        Label(f"结束日期 {end} 早于开始日期 {start}", f"the end {end} is before the start {start}")
        for start, end in dict.fromkeys(periods)
        if end < start
    ]


def _endless(facts: LetterFacts) -> list[Label]:
    return [
        Label(f"{_NAMES[name].zh}“{text[:12]}…”超过 {most} 字", f"the {_NAMES[name].en} “{text[:12]}…” exceeds {most}")
        for name, text in facts.texts()
        for most in (LONGEST.get(name, LONGEST_VALUE),)
        if len(text) > most
    ]
