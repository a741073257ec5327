"""What the inspector says of a letter: its warnings, by letter and by student, and what it states."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label, Lang, same
from ptman.letters import paper_comparing
from ptman.letters.blanks import BlankKind
from ptman.letters.comparing import Change
from ptman.letters.draft import Letter
from ptman.letters.facts import LetterFacts, StudentLine
from ptman.letters.in_hand import InHand
from ptman.letters.paper import PaperFacts
from ptman.letters.seen import Seen
from ptman.letters.steps import Taken
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.facts import Fact, Facts
from ui.pieces.section import Section

_LACKING = {
    "academic": Label("缺校内导师", "no academic supervisor"),
    "industry": Label("缺企业导师", "no industry supervisor"),
}


def of_draft(letter: Letter) -> list[Section]:
    """Why it cannot be issued, what to mind, and its students."""
    sections = []
    if letter.refused:
        title = Label(f"不能签发（{len(letter.refused)}）", f"Cannot be issued ({len(letter.refused)})")
        sections.append(Section("letters/refused", title, _sentences(letter.refused, Tone.OVERDUE)))
    if letter.warnings:
        title = Label(f"签发前请留意（{len(letter.warnings)}）", f"Before you issue it ({len(letter.warnings)})")
        sections.append(Section("letters/warnings", title, _sentences(letter.warnings, Tone.SOON)))
    return [*sections, _students(letter.facts)]


def of_issued(seen: Seen, changes: Sequence[Change] = ()) -> list[Section]:
    """What is out of date, how it stands, and its students as they were frozen."""
    facts: list[Fact] = [
        (Label("状态", "State"), seen.status, Tone.PLAIN if seen.live else Tone.OVERDUE),
        (Label("发文日期", "Issued on"), seen.issued_on),
        (Label("标题", "Title"), seen.facts.title),
    ]
    if seen.supersedes:
        facts.append((Label("替代", "Supersedes"), seen.supersedes))
    if seen.superseded_by:
        facts.insert(1, (Label("已由此替代", "Superseded by"), seen.superseded_by, Tone.OVERDUE))
    if seen.void:
        facts.insert(1, (Label("作废原因", "Void because"), seen.void_reason))
    facts += [(Label("模板", "Template"), said) for said in seen.words]
    facts.append((Label("版式版本", "Layout version"), seen.template_version))
    sections = [Section("letters/standing", Label("函件", "Letter"), Facts(facts)), _stated(seen.facts)]
    if seen.steps:
        sections.insert(
            1, Section("letters/steps", Label("去向", "On its way"), Facts([_step(one) for one in seen.steps]))
        )
    if changes:
        title = Label(f"已过时（{len(changes)}）", f"Stale ({len(changes)})")
        said = _sentences([change.said() for change in changes], Tone.OVERDUE)
        sections.insert(0, Section("letters/stale", title, said))
    return sections


def of_kept(kept: InHand) -> list[Section]:
    """What was laid aside: chosen, left out, answered, by whom and when."""
    family = kept.wish.what
    facts: list[Fact] = [
        (Label("文种", "Kind"), family.label),
        (Label("语言", "Language"), kept.language),
        (Label("已选", "Chosen"), str(len(kept.chosen))),
        (Label("暂存日期", "Laid aside on"), kept.saved_on),
        (Label("经办人", "By"), kept.saved_by),
    ]
    if kept.cohort is not None:
        facts.insert(3, (Label("未选", "Not chosen"), str(len(kept.left_out))))
    else:
        facts.insert(2, (Label("版式", "Layout"), kept.wish.looks.label))
        facts += [(ask.label, said) for ask in family.asks if (said := kept.wish.answers.get(ask.key))]
    return [Section("letters/kept", Label("拟稿", "In hand"), Facts(facts))]


def _step(taken: Taken) -> Fact:
    copies = Label(f"{taken.copies} 份", f"{taken.copies} copies") if taken.copies else same("")
    parts = (same(taken.on.isoformat()), same(taken.who), copies, same(taken.remark))
    zh, en = ([one.text(lang) for one in parts if one.zh] for lang in (Lang.ZH, Lang.EN))
    return (taken.step.label, Label(" · ".join(zh), " · ".join(en)))


def _stated(facts: LetterFacts | PaperFacts) -> Section:
    return _students(facts) if isinstance(facts, LetterFacts) else of_paper(facts)


def of_paper(facts: PaperFacts) -> Section:
    """What a document of any family states, blank by blank, its students by name."""
    text = facts.parts[0]
    shown: list[Fact] = []
    for blank in facts.wish.what.vocabulary.blanks:
        if blank.kind is not BlankKind.LIST:
            said = paper_comparing.said(text.values.get(blank.key))
        else:
            said = "、".join(str(row.get("name") or "") for row in text.rows(blank.key))
        if said:
            shown.append((blank.label, said))
    return Section("letters/stated", Label("所载内容", "What it states"), Facts(shown))


def _students(facts: LetterFacts) -> Section:
    title = Label(f"研究生（{len(facts.rows)}）", f"Students ({len(facts.rows)})")
    return Section("letters/students", title, Facts([_student(row) for row in facts.rows]))


def _student(row: StudentLine) -> Fact:
    pair = "、".join(filter(None, (row.academic, row.industry)))
    lacking = tuple(_lacking(row))
    zh, en = [pair, *(one.zh for one in lacking)], [pair, *(one.en for one in lacking)]
    said = Label(" · ".join(filter(None, zh)), " · ".join(filter(None, en)))
    return (same(row.name), said, Tone.SOON if lacking else Tone.PLAIN)


def _lacking(row: StudentLine) -> Iterator[Label]:
    return (label for key, label in _LACKING.items() if not getattr(row, key))


def _sentences(labels: Iterable[Label], tone: Tone) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.TIGHT)
    for label in labels:
        column.addWidget(text.paragraph(Label(f"· {label.zh}", f"· {label.en}"), tone, selectable=True))
    return whole
