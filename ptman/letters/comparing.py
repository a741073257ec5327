"""What a letter states otherwise than the records do now, pure: each fact old → new, by student."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ptman.labels import Label
from ptman.letters import wording
from ptman.letters.facts import LetterFacts, StudentLine

HOST = Label("接收单位", "Host")
PLACED = Label("实践单位", "Placed at")
STANDING = Label("学籍状态", "Status")
_FIELDS = {
    "name": Label("姓名", "Name"),
    "gender": Label("性别", "Gender"),
    "student_no": Label("学号", "Student no."),
    "field": Label("专业领域", "Field"),
    "start": Label("开始日期", "From"),
    "end": Label("结束日期", "To"),
    "academic": Label("校内导师", "Academic supervisor"),
    "industry": Label("企业导师", "Industry supervisor"),
}
POST = Label("实践岗位（项目）", "Post or project")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact, as the letter states it and as it is; `who` is the student, empty for the letter itself."""

    who: str
    what: Label
    old: str
    new: str
    student_no: str = ""

    def said(self) -> Label:
        """Student, fact, old → new."""
        zh, en = (f"{self.who} · {what}" if self.who else what for what in (self.what.zh, self.what.en))
        if not (self.old or self.new):
            return Label(zh, en)
        return Label(f"{zh}：{self.old or '无'} → {self.new or '无'}", f"{en}: {self.old or '—'} → {self.new or '—'}")

    def concerns(self, name: str, student_no: str) -> bool:
        """Whether it is about this student, by what the letter calls them, or about all of the letter."""
        return not self.who or self.student_no == student_no or self.who == name


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a student is now in a period, and what a letter would state; `line.post` is without the base.

    `letter` is the letter that sent the student, `over` that the practice is finished, `left` how the student left.
    """

    placement: str
    letter: str | None
    organisation: str
    host: str
    base: str
    line: StudentLine
    over: bool = False
    left: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A live letter: what it states, and the organisation it went to under the name this one bears now."""

    id: str
    facts: LetterFacts
    organisation: str
    host: str


def changes(letter: Stated, stays: Sequence[Stay], today: date) -> tuple[Change, ...]:
    """Every fact that no longer holds; `stays` are those of the letter's period.

    A student whose practice is over by the letter's own dates is history, and so is a letter of such students only.
    """
    found: list[Change] = []
    pairs = [(line, stay) for line, stay in paired(letter, stays) if line.end >= today and not (stay and stay.over)]
    if pairs and letter.host != letter.facts.host:
        found.append(Change("", HOST, letter.facts.host, letter.host))
    for line, stay in pairs:
        found += (replace(change, student_no=line.student_no) for change in _of_student(letter, line, stay))
    return tuple(found)


def paired(letter: Stated, stays: Sequence[Stay]) -> list[tuple[StudentLine, Stay | None]]:
    """Each line with where its student is: by number, else by the name of one whom this letter sent."""
    by_number = {stay.line.student_no: stay for stay in stays}
    found = {line.student_no: by_number.get(line.student_no) for line in letter.facts.rows}
    rest = {stay.line.name: stay for stay in _unnamed(letter, stays)}
    return [(line, found[line.student_no] or rest.get(line.name)) for line in letter.facts.rows]


def remaining(letter: Stated, stays: Sequence[Stay]) -> tuple[Stay, ...]:
    """Who is still where the letter sent them, in the letter's order."""
    return tuple(stay for _, stay in paired(letter, stays) if stay is not None and _stays(letter, stay))


def _unnamed(letter: Stated, stays: Iterable[Stay]) -> Iterator[Stay]:
    """Those whom this letter sent and whose number it does not name: the number was corrected."""
    named = {line.student_no for line in letter.facts.rows}
    return (stay for stay in stays if stay.letter == letter.id and stay.line.student_no not in named)


def _stays(letter: Stated, stay: Stay) -> bool:
    return stay.organisation == letter.organisation and not stay.left


def _of_student(letter: Stated, line: StudentLine, stay: Stay | None) -> Iterator[Change]:
    if stay is None or stay.organisation != letter.organisation:
        yield Change(line.name, PLACED, letter.facts.host, stay.host if stay else "")
        return
    if stay.left:
        yield Change(line.name, STANDING, "", stay.left)
        return
    for key, what in _FIELDS.items():
        old, new = getattr(line, key), getattr(stay.line, key)
        if old != new:
            yield Change(line.name, what, _said(old), _said(new))
    # A letter names the base only where its host has several; either way of naming the same post is no change.
    full = "，".join(filter(None, (stay.base, stay.line.post)))
    if line.post not in {stay.line.post, full}:
        yield Change(line.name, POST, line.post, full if "，" in line.post else stay.line.post)


def _said(value: str | date) -> str:
    return wording.day(value) if isinstance(value, date) else value
